package org.bnsweep.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.Network;

/**
 * The trials that differ in their seed alone, in numbers that do not grow with the seeds.
 *
 * <p>A sweep may have a hundred thousand of these, so the numbers are in a few arrays and not in an
 * object each, those of the test samples only if there are any, and the sums of squares only from
 * the second trial on: of the first they are 0.
 */
public final class SettingStatistics {
  private static final List<Figure> FIGURES = SeriesStatistics.FIGURES;
  private static final Threshold[] THRESHOLDS = Threshold.values();

  /** The series: one for each network in its order, and the normalized one minus the plain one. */
  private static final int DIFFERENCE = Network.values().length;

  private static final int SERIES = DIFFERENCE + 1;

  private static final int WITHOUT_TEST =
      SERIES * (int) FIGURES.stream().filter(figure -> !figure.ofTest()).count();

  private static final int WITH_TEST = SERIES * FIGURES.size();
  private static final double[] ALL_ZERO = {};

  /** Of each network: trials that reached each threshold, then those that diverged. */
  private static final int COUNTS = THRESHOLDS.length + 1;

  private final Hyperparameters settings;
  private double[] means = new double[WITHOUT_TEST];
  private double[] squares = ALL_ZERO;
  private final int[] counts = new int[Network.values().length * COUNTS];
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

  /** Counts a trial; one without figures failed. */
  void add(Optional<PairFigures> figures) {
    if (figures.isEmpty()) {
      failed++;
      return;
    }
    PairFigures pair = figures.get();
    trained++;
    if (trained == 2) {
      squares = new double[means.length];
    }
    if (!Double.isNaN(pair.of(Network.PLAIN).of(Figure.FINAL_TEST_ACCURACY))) {
      tested++;
      if (means.length == WITHOUT_TEST) {
        means = Arrays.copyOf(means, WITH_TEST);
        squares = squares == ALL_ZERO ? squares : Arrays.copyOf(squares, WITH_TEST);
      }
    }
    for (Network network : Network.values()) {
      add(network.ordinal(), pair.of(network)::of);
      count(network, pair.of(network));
    }
    add(DIFFERENCE, pair::difference);
  }

  private void add(int series, ToDoubleFunction<Figure> value) {
    for (int i = 0; i < FIGURES.size(); i++) {
      double number = value.applyAsDouble(FIGURES.get(i));
      if (!FIGURES.get(i).ofTest() || !Double.isNaN(number)) {
        add(at(i, series), n(i), number);
      }
    }
  }

  private void add(int at, int n, double value) {
    double before = means[at];
    means[at] = Moments.mean(before, n, value);
    if (squares != ALL_ZERO) {
      squares[at] += Moments.square(before, means[at], value);
    }
  }

  private void count(Network network, CurveFigures figures) {
    int first = network.ordinal() * COUNTS;
    for (Threshold threshold : THRESHOLDS) {
      counts[first + threshold.ordinal()] += figures.reached(threshold) ? 1 : 0;
    }
    counts[first + THRESHOLDS.length] += figures.divergedEpoch().isPresent() ? 1 : 0;
  }

  /** Where a figure's numbers are; figure by figure, so that those of test samples are the last. */
  private static int at(int figure, int series) {
    return figure * SERIES + series;
  }

  /** Trials that have the figure. */
  private int n(int figure) {
    return FIGURES.get(figure).ofTest() ? tested : trained;
  }

  public SeriesStatistics of(Network network) {
    return new SeriesStatistics(
        estimates(network.ordinal()),
        Stream.of(THRESHOLDS).map(threshold -> reached(network, threshold)).toList(),
        diverged(network));
  }

  /** Normalized minus plain, trial by trial: it is the same batches that they saw. */
  public SeriesStatistics difference() {
    return new SeriesStatistics(
        estimates(DIFFERENCE), Stream.of(THRESHOLDS).map(threshold -> 0).toList(), 0);
  }

  private List<Estimate> estimates(int series) {
    return IntStream.range(0, FIGURES.size())
        .mapToObj(figure -> estimate(n(figure), at(figure, series)))
        .toList();
  }

  private Estimate estimate(int n, int at) {
    return n == 0
        ? Moments.summary(0, 0, 0)
        : Moments.summary(n, means[at], squares == ALL_ZERO ? 0 : squares[at]);
  }

  public int trained() {
    return trained;
  }

  public int failed() {
    return failed;
  }

  /** Trials in which {@code network} diverged. */
  int diverged(Network network) {
    return counts[network.ordinal() * COUNTS + THRESHOLDS.length];
  }

  private int reached(Network network, Threshold threshold) {
    return counts[network.ordinal() * COUNTS + threshold.ordinal()];
  }

  /** Whether at least half of the seeds reached {@code threshold} at some epoch. */
  boolean trains(Network network, Threshold threshold) {
    return trained > 0 && 2 * reached(network, threshold) >= trained;
  }
}
