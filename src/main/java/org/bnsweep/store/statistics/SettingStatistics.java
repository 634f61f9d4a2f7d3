package org.bnsweep.store.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;

/**
 * The trials that differ in their seed alone, in numbers that do not grow with the seeds.
 *
 * <p>A sweep may have a hundred thousand of these, so the numbers are in a few arrays and not in an
 * object each, those of the test samples only if there are any, and the sums of squares only from
 * the second trial on: of the first they are 0.
 */
public final class SettingStatistics {
  /** The series: one for each network, and BN minus plain. */
  private static final int BN = 0;

  private static final int PLAIN = 1;
  private static final int DIFFERENCE = 2;
  private static final int SERIES = 3;

  /** Final, best and mean accuracy, which every trained trial has; that on test samples follows. */
  private static final int TRAIN_FIGURES = 3;

  private static final int WITHOUT_TEST = TRAIN_FIGURES * SERIES;
  private static final int WITH_TEST = (TRAIN_FIGURES + 1) * SERIES;
  private static final double[] ALL_ZERO = {};

  /** What is counted of each network. */
  private static final int REACHED_50 = 0;

  private static final int REACHED_90 = 1;
  private static final int DIVERGED = 2;
  private static final int COUNTS = 3;

  private final Hyperparameters settings;
  private double[] means = new double[WITHOUT_TEST];
  private double[] squares = ALL_ZERO;
  private final int[] counts = new int[2 * COUNTS];
  private int trained;
  private int tested;
  private int failed;

  /**
   * No trials yet.
   *
   * @param settings of all of them but the seed, which is 0
   */
  SettingStatistics(Hyperparameters settings) {
    this.settings = settings;
  }

  public Hyperparameters settings() {
    return settings;
  }

  void add(RecordedTrial trial) {
    if (trial.result().outcome() instanceof Trained pair) {
      trained++;
      if (trained == 2) {
        squares = new double[means.length];
      }
      CurveFigures bn = CurveFigures.of(pair.curves().bn());
      CurveFigures plain = CurveFigures.of(pair.curves().plain());
      addFigures(0, trained, bn.finalAccuracy(), plain.finalAccuracy());
      addFigures(1, trained, bn.bestAccuracy(), plain.bestAccuracy());
      addFigures(2, trained, bn.areaUnderCurve(), plain.areaUnderCurve());
      addTest(bn.finalTestAccuracy(), plain.finalTestAccuracy());
      count(BN, pair.curves().bn(), bn);
      count(PLAIN, pair.curves().plain(), plain);
    } else {
      failed++;
    }
  }

  private void addTest(double bn, double plain) {
    if (!Double.isNaN(bn)) {
      tested++;
      if (means.length == WITHOUT_TEST) {
        means = Arrays.copyOf(means, WITH_TEST);
        squares = squares == ALL_ZERO ? squares : Arrays.copyOf(squares, WITH_TEST);
      }
      addFigures(TRAIN_FIGURES, tested, bn, plain);
    }
  }

  private void addFigures(int figure, int n, double bn, double plain) {
    add(at(figure, BN), n, bn);
    add(at(figure, PLAIN), n, plain);
    add(at(figure, DIFFERENCE), n, bn - plain);
  }

  private void add(int at, int n, double value) {
    double before = means[at];
    means[at] = Moments.mean(before, n, value);
    if (squares != ALL_ZERO) {
      squares[at] += Moments.square(before, means[at], value);
    }
  }

  private void count(int network, NetworkCurve curve, CurveFigures figures) {
    count(network, REACHED_50, figures.firstEpoch50().isPresent());
    count(network, REACHED_90, figures.firstEpoch90().isPresent());
    count(network, DIVERGED, curve.diverged());
  }

  private void count(int network, int what, boolean happened) {
    counts[network * COUNTS + what] += happened ? 1 : 0;
  }

  /** Where a figure's numbers are; figure by figure, so that those of test samples are the last. */
  private static int at(int figure, int series) {
    return figure * SERIES + series;
  }

  public SeriesStatistics of(Network network) {
    return new SeriesStatistics(
        estimates(number(network)),
        counted(network, REACHED_50),
        counted(network, REACHED_90),
        counted(network, DIVERGED));
  }

  /** BN minus plain, trial by trial: it is the same batches that they saw. */
  public SeriesStatistics difference() {
    return new SeriesStatistics(estimates(DIFFERENCE), 0, 0, 0);
  }

  private List<Estimate> estimates(int series) {
    return IntStream.rangeClosed(0, TRAIN_FIGURES)
        .mapToObj(figure -> estimate(figure < TRAIN_FIGURES ? trained : tested, at(figure, series)))
        .toList();
  }

  private Estimate estimate(int n, int at) {
    return n == 0
        ? Moments.summary(0, 0, 0)
        : Moments.summary(n, means[at], squares == ALL_ZERO ? 0 : squares[at]);
  }

  private int counted(Network network, int what) {
    return counts[number(network) * COUNTS + what];
  }

  private static int number(Network network) {
    return network == Network.BN ? BN : PLAIN;
  }

  public int trained() {
    return trained;
  }

  public int failed() {
    return failed;
  }

  /** Trials in which {@code network} diverged. */
  int diverged(Network network) {
    return counted(network, DIVERGED);
  }

  /** Whether at least half of the seeds reached {@code threshold} at some epoch. */
  boolean trains(Network network, Threshold threshold) {
    int reached = counted(network, threshold == Threshold.HALF ? REACHED_50 : REACHED_90);
    return trained > 0 && 2 * reached >= trained;
  }
}
