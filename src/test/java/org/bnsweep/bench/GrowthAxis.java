package org.bnsweep.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.TrialBuilder;

/**
 * What costs are measured against, one at a time, the others as in the default experiment: 5 hidden
 * layers of 100, batches of 100, 1000 samples.
 */
// The list of points is not changed.
@SuppressWarnings("ImmutableEnumChecker")
enum GrowthAxis {
  WIDTH("width of the 5 hidden layers", 3, 50, 70, 100, 150, 200, 300, 500, 700, 1000),
  DEPTH("hidden layers of 100", 3, 1, 2, 3, 5, 7, 10, 20, 30, 50),
  /** Ten epochs, as the one update that a pair makes beyond whole epochs is a tenth of them. */
  BATCH("batch size", 10, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000),
  SAMPLES("training samples", 3, 1000, 2000, 5000, 10_000, 20_000, 60_000),
  /** Of tiny networks, but with curves as long as those of the default experiment. */
  TRIALS("trials of a run", 20, 10, 100, 1000, 10_000, 100_000);

  private static final int QUICK = 2;

  private final String label;
  private final int epochs;
  private final List<Integer> values;

  GrowthAxis(String label, int epochs, Integer... values) {
    this.label = label;
    this.epochs = epochs;
    this.values = Collections.unmodifiableList(Arrays.asList(values));
  }

  /** The axis of that word, if there is one. */
  static Optional<GrowthAxis> named(String word) {
    return Arrays.stream(values()).filter(axis -> axis.word().equals(word)).findFirst();
  }

  /** For CSV and the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  String label() {
    return label;
  }

  /** Epochs of each pair, few where a pair is dear. */
  int epochs() {
    return epochs;
  }

  /** Ascending, equally far apart as powers, or nearly. */
  List<Integer> points() {
    return values;
  }

  /** The least few of them. */
  List<Integer> quickPoints() {
    return values.subList(0, QUICK);
  }

  /** Training samples at {@code value}. */
  int samples(int value) {
    return this == SAMPLES ? value : 1000;
  }

  /**
   * The trial at {@code value}. Weights of He et al. and a small learning rate keep the numbers of
   * every network finite: one that is lost would cost nothing.
   */
  Hyperparameters hyperparameters(int value) {
    TrialBuilder trial =
        Hyperparameters.builder().weightScale(WeightScale.named("he")).learningRate(1e-4);
    return switch (this) {
      case WIDTH -> trial.hidden(Collections.nCopies(5, value)).build();
      case DEPTH -> trial.hidden(Collections.nCopies(value, 100)).build();
      case BATCH -> trial.batchSize(value).build();
      case SAMPLES, TRIALS -> trial.build();
    };
  }
}
