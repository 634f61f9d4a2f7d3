package org.bnsweep.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;

/**
 * The trials that differ in their seed alone, in numbers that do not grow with the seeds.
 *
 * <p>A sweep may have a hundred thousand of these, so the numbers are in two arrays and not in an
 * object each, and those of the test samples only if there are any.
 */
final class SettingStatistics {
  /** The series: one for each network, and BN minus plain. */
  private static final int BN = 0;

  private static final int PLAIN = 1;
  private static final int DIFFERENCE = 2;
  private static final int SERIES = 3;

  /** Final, best and mean accuracy, which every trained trial has; that on test samples follows. */
  private static final int TRAIN_FIGURES = 3;

  private static final int WITHOUT_TEST = TRAIN_FIGURES * SERIES * Moments.SIZE;
  private static final int WITH_TEST = (TRAIN_FIGURES + 1) * SERIES * Moments.SIZE;

  /** What is counted of each series. */
  private static final int TESTED = 0;

  private static final int REACHED_50 = 1;
  private static final int REACHED_90 = 2;
  private static final int DIVERGED = 3;
  private static final int COUNTS = 4;

  private final Hyperparameters settings;
  private double[] moments = new double[WITHOUT_TEST];
  private final int[] counts = new int[SERIES * COUNTS];
  private int trained;
  private int failed;

  /**
   * No trials yet.
   *
   * @param settings of all of them but the seed, which is 0
   */
  SettingStatistics(Hyperparameters settings) {
    this.settings = settings;
  }

  Hyperparameters settings() {
    return settings;
  }

  void add(RecordedTrial trial) {
    if (trial.result().outcome() instanceof Trained pair) {
      trained++;
      CurveFigures bn = CurveFigures.of(pair.curves().bn());
      CurveFigures plain = CurveFigures.of(pair.curves().plain());
      add(BN, pair.curves().bn(), bn);
      add(PLAIN, pair.curves().plain(), plain);
      addFigures(
          DIFFERENCE,
          bn.finalTestAccuracy() - plain.finalTestAccuracy(),
          bn.finalAccuracy() - plain.finalAccuracy(),
          bn.bestAccuracy() - plain.bestAccuracy(),
          bn.areaUnderCurve() - plain.areaUnderCurve());
    } else {
      failed++;
    }
  }

  private void add(int series, NetworkCurve curve, CurveFigures figures) {
    addFigures(
        series,
        figures.finalTestAccuracy(),
        figures.finalAccuracy(),
        figures.bestAccuracy(),
        figures.areaUnderCurve());
    count(series, REACHED_50, figures.firstEpoch50().isPresent());
    count(series, REACHED_90, figures.firstEpoch90().isPresent());
    count(series, DIVERGED, curve.diverged());
  }

  private void count(int series, int what, boolean happened) {
    counts[series * COUNTS + what] += happened ? 1 : 0;
  }

  private void addFigures(int series, double finalTestAccuracy, double... trainFigures) {
    for (int figure = 0; figure < TRAIN_FIGURES; figure++) {
      Moments.add(moments, at(figure, series), trained, trainFigures[figure]);
    }
    if (!Double.isNaN(finalTestAccuracy)) {
      if (moments.length == WITHOUT_TEST) {
        moments = Arrays.copyOf(moments, WITH_TEST);
      }
      count(series, TESTED, true);
      Moments.add(moments, at(TRAIN_FIGURES, series), of(series, TESTED), finalTestAccuracy);
    }
  }

  /** Where the moments are; figure by figure, so that those of test samples are the last. */
  private static int at(int figure, int series) {
    return (figure * SERIES + series) * Moments.SIZE;
  }

  private int of(int series, int count) {
    return counts[series * COUNTS + count];
  }

  SeriesStatistics of(Network network) {
    return series(network == Network.BN ? BN : PLAIN);
  }

  /** BN minus plain, trial by trial: it is the same batches that they saw. */
  SeriesStatistics difference() {
    return series(DIFFERENCE);
  }

  private SeriesStatistics series(int series) {
    List<Estimate> estimates =
        IntStream.rangeClosed(0, TRAIN_FIGURES).mapToObj(f -> estimate(f, series)).toList();
    return new SeriesStatistics(
        estimates, of(series, REACHED_50), of(series, REACHED_90), of(series, DIVERGED));
  }

  private Estimate estimate(int figure, int series) {
    int n = figure < TRAIN_FIGURES ? trained : of(series, TESTED);
    return Moments.summary(moments, at(figure, series), n);
  }

  int trained() {
    return trained;
  }

  int failed() {
    return failed;
  }

  /** Trials in which {@code network} diverged. */
  int diverged(Network network) {
    return of(network == Network.BN ? BN : PLAIN, DIVERGED);
  }

  /** Whether at least half of the seeds reached {@code threshold} at some epoch. */
  boolean trains(Network network, Threshold threshold) {
    int reached =
        of(
            network == Network.BN ? BN : PLAIN,
            threshold == Threshold.HALF ? REACHED_50 : REACHED_90);
    return trained > 0 && 2 * reached >= trained;
  }
}
