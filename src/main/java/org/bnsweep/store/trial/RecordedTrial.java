package org.bnsweep.store.trial;

import java.util.Optional;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.Recorded;

/**
 * A trial as a finished run has it.
 *
 * @param index its place in the grid's order, from 0
 * @param result what came of it; its seconds are NaN if the folder has lost its ledger
 * @param trainSize training samples
 * @param epochs points of a curve
 */
public record RecordedTrial(long index, TrialResult result, int trainSize, int epochs) {

  /** What was trained. */
  public Trial trial() {
    return result.trial();
  }

  /** What {@code network} is: bn, ln, rms or plain. */
  public String word(Network network) {
    return network.word(trial().hyperparameters().normalization());
  }

  /** How {@code network} ended. */
  public Status status(Network network) {
    return Status.of(result.outcome(), network);
  }

  /** The curve of {@code network}; empty if the trial failed. */
  public Optional<NetworkCurve> curve(Network network) {
    return result.outcome() instanceof Trained trained
        ? Optional.of(trained.curves().of(network))
        : Optional.empty();
  }

  /** That of the process that trained it; empty if the trial failed or nobody recorded it. */
  public Optional<Arithmetic> arithmetic() {
    return result.outcome() instanceof Trained trained && trained.arithmetic().isKnown()
        ? Optional.of(trained.arithmetic())
        : Optional.empty();
  }

  /** What it kept beside its curves. */
  public Recorded recorded() {
    return result.outcome() instanceof Trained trained ? trained.recorded() : Recorded.NOTHING;
  }

  /** Why the trial failed; empty if it did not. */
  public String message() {
    return result.outcome() instanceof Failed failed ? failed.message() : "";
  }
}
