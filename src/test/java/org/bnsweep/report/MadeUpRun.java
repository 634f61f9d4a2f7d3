package org.bnsweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;

/**
 * A run over scales, learning rates and seeds with curves from a formula: BN trains nearly
 * everywhere, plain only around a scale of 0.1.
 *
 * @param scales from 1 down to 1e-4
 * @param rates from 0.3 down to 0.001
 * @param seeds from 0
 * @param epochs of each curve
 * @param testSize 0 for a run without test accuracies
 */
public record MadeUpRun(int scales, int rates, int seeds, int epochs, int testSize)
    implements RunSource {

  @Override
  public RunFacts facts() {
    return ReferenceRun.facts("made-up", epochs, testSize);
  }

  @Override
  public void forEachTrial(Consumer<TrialResult> action) {
    IntStream.range(0, scales * rates * seeds).mapToObj(this::trial).forEach(action);
  }

  private TrialResult trial(int index) {
    int seed = index % seeds;
    int rate = index / seeds % rates;
    int scale = index / seeds / rates;
    double x = scales == 1 ? -1 : -4.0 * scale / (scales - 1);
    double y = rates == 1 ? -2 : -0.5 - 2.5 * rate / (rates - 1);
    double noise = 0.02 * Math.sin(12.9898 * index);
    double bn = 0.97 / (1 + Math.exp(-3 * (y + 2.9) - 0.2 * x)) + noise;
    double plain = 0.1 + 0.87 * Math.exp(-2.2 * (x + 0.8) * (x + 0.8) - (y + 1.6) * (y + 1.6));
    PairCurves curves = new PairCurves(curve(bn), curve(plain + noise));
    Trial trial =
        new Trial(
            String.format(Locale.ROOT, "%032x", index),
            ReferenceRun.settings(Math.pow(10, x), Math.pow(10, y), seed));
    return new TrialResult(trial, Outcomes.trained(curves), 0.8);
  }

  private NetworkCurve curve(double last) {
    List<Point> points = new ArrayList<>(epochs);
    for (int e = 0; e < epochs; e++) {
      double share = epochs == 1 ? 1 : 1 - Math.exp(-4.0 * e / (epochs - 1));
      double accuracy = Math.round(1000 * Math.max(0, 0.1 + (last - 0.1) * share)) / 1000.0;
      double test = testSize == 0 ? Double.NaN : Math.round(920 * accuracy) / 1000.0;
      points.add(new Point(e, 10 * e, 1, accuracy, test));
    }
    return new NetworkCurve(points, NetworkCurve.NEVER);
  }
}
