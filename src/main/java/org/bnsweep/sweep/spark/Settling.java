package org.bnsweep.sweep.spark;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Outcome;
import org.bnsweep.sweep.Trials;

/**
 * Decides which attempts are results and which trials have to be tried again.
 *
 * <p>Used by one thread.
 */
final class Settling {
  private final Trials trials;
  private final Consumer<TrialResult> sink;
  private LongStream.Builder open = LongStream.builder();

  Settling(Trials trials, Consumer<TrialResult> sink) {
    this.trials = trials;
    this.sink = sink;
  }

  /** Delivers {@code attempt}, made in {@code round}, or keeps its trial for the next round. */
  void take(Round round, Attempt attempt) {
    if (attempt.end() instanceof Attempt.Finished finished) {
      deliver(attempt, finished.outcome());
    } else if (attempt.end() instanceof Attempt.Threw threw && round != Round.TOGETHER) {
      deliver(attempt, new Failed(threw.message()));
    } else if (attempt.end() instanceof Attempt.Lost lost && round == Round.ALONE) {
      deliver(
          attempt,
          new Failed("ended the process that trained it, alone, " + lost.attempts() + " times"));
    } else {
      open.add(attempt.index());
    }
  }

  /** Indices kept since the last call, ascending. */
  long[] open() {
    long[] indices = open.build().toArray();
    open = LongStream.builder();
    Arrays.sort(indices);
    return indices;
  }

  private void deliver(Attempt attempt, Outcome outcome) {
    sink.accept(new TrialResult(trials.get(attempt.index()), outcome, attempt.seconds()));
  }
}
