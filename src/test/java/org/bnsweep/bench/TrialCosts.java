package org.bnsweep.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a run costs for each of its trials if these do nothing: from the start of Spark to the last
 * file, in a process that has run some before. CPU seconds are those of all threads, the compiler's
 * and the collector's with them.
 */
final class TrialCosts {
  private static final int SEEDS = 10;

  private TrialCosts() {}

  /** Once. */
  static List<Cost> of(GrowthAxis axis, int trials) throws IOException {
    Moment start = Moment.now();
    long run = new QuietSweep("local[2]", Optional.empty(), Untrained.RUNNER).run(grid(trials));
    Moment span = Moment.now().since(start);
    if (run != trials) {
      throw new IllegalStateException(run + " trials, not " + trials);
    }
    return List.of(
        new Cost(axis, trials, Cost.Line.CPU, span.processorSeconds() / trials),
        new Cost(axis, trials, Cost.Line.WALL, span.seconds() / trials));
  }

  /**
   * A tenth as many settings, each with ten seeds; networks so small that a task is given hundreds
   * of trials, as their work is estimated, though not done.
   */
  static List<String> grid(int trials) {
    int settings = trials / SEEDS;
    String rates = settings == 1 ? "0.01" : "{linspace: [0.001, 1, " + settings + "]}";
    return List.of(
        "epochs=" + GrowthAxis.TRIALS.epochs(),
        "data.train_size=20",
        "grid.hidden=[[2]]",
        "grid.batch_size=10",
        "grid.weight_scale=0.1",
        "grid.learning_rate=" + rates,
        "grid.seed={range: [0, " + SEEDS + "]}");
  }
}
