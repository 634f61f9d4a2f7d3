package org.bnsweep.cli;

import java.nio.file.Path;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.store.TestTrials;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;

/**
 * A run folder with two normalizations at two weight scales and two learning rates, its curves made
 * up: Batch Normalization trains wherever it is; Layer Normalization diverges but for the smaller
 * learning rate and weight scale; the plain network learns at that rate and the larger scale, and
 * diverges at both larger.
 */
public final class RunOfKinds {
  private static final NetworkCurve DIVERGED = TestTrials.divergedCurve(0, 0.1, 0.1);

  private RunOfKinds() {}

  /** Makes it in {@code folder}; where it is. */
  public static String in(Path folder) {
    return TinyRun.folder(
        folder,
        RunOfKinds::madeUp,
        "grid.normalization=[batch, layer]",
        "grid.learning_rate=[0.01, 0.1]");
  }

  private static TrialResult madeUp(TrialResult result) {
    Hyperparameters settings = result.trial().hyperparameters();
    boolean slow = settings.learningRate() == 0.01;
    boolean large = settings.weightScale().scale() == 0.1;
    NetworkCurve normalized =
        settings.normalization() == NormalizationKind.BATCH
            ? TestTrials.curve(0.2, 0.95)
            : slow && !large ? TestTrials.curve(0.2, 0.6) : DIVERGED;
    NetworkCurve plain = large && !slow ? DIVERGED : TestTrials.curve(0.1, large ? 0.55 : 0.1);
    return new TrialResult(
        result.trial(), Outcomes.trained(new PairCurves(normalized, plain)), result.seconds());
  }
}
