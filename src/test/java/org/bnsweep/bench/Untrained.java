package org.bnsweep.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Point;

/** Trains nothing: every trial has the same made-up curves at once. */
enum Untrained implements TrialRunner {
  RUNNER;

  @Override
  public PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
    return PairResult.of(new PairCurves(curve(epochs), curve(epochs)));
  }

  private static NetworkCurve curve(int epochs) {
    List<Point> points =
        IntStream.range(0, epochs)
            .mapToObj(epoch -> new Point(epoch, 10 * epoch, 2.3 / (epoch + 1), 0.5, Double.NaN))
            .toList();
    return new NetworkCurve(points, NetworkCurve.NEVER);
  }
}
