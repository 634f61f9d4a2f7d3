package org.bnsweep.stats;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.ByNetwork;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a whole sweep, {@code summary.json}; see {@link SweepAnswers} for how they are
 * found.
 *
 * <p>In the file the normalized network is {@code bn}.
 *
 * @param trials with curves
 * @param diverged trials whose network overflowed
 * @param best the trial with the best accuracy of each network; null if there is none
 * @param finalAccuracyDifference normalized minus plain over all trials
 * @param trainableRanges one per threshold; empty without a weight scale that is a number
 * @param largestLearningRates one per threshold
 * @param generalizationGap null without test samples, or if no trial has both networks reach 0.5
 * @param normalizations the same of the trials of each kind, by its word; empty, and not in the
 *     file, unless the sweep has several
 */
public record SweepSummary(
    long trials,
    Both<Long> diverged,
    Both<Best> best,
    Interval finalAccuracyDifference,
    List<TrainableRange> trainableRanges,
    List<LargestLearningRate> largestLearningRates,
    @Nullable Gap generalizationGap,
    Map<String, OfKind> normalizations) {

  public SweepSummary {
    trainableRanges = List.copyOf(trainableRanges);
    largestLearningRates = List.copyOf(largestLearningRates);
    normalizations = Collections.unmodifiableMap(new LinkedHashMap<>(normalizations));
  }

  /**
   * Of the trials with one kind of normalization; of the plain network, of those beside them.
   *
   * @param trials with curves
   * @param diverged trials whose network overflowed
   * @param trainableRanges one per threshold; empty without a weight scale that is a number
   * @param largestLearningRates one per threshold
   */
  public record OfKind(
      long trials,
      Both<Long> diverged,
      List<TrainableRange> trainableRanges,
      List<LargestLearningRate> largestLearningRates) {
    public OfKind {
      trainableRanges = List.copyOf(trainableRanges);
      largestLearningRates = List.copyOf(largestLearningRates);
    }

    /** The range of {@code accuracy}, if there is one. */
    public Optional<TrainableRange> range(double accuracy) {
      return trainableRanges.stream().filter(range -> range.accuracy() == accuracy).findFirst();
    }

    /** The rates of {@code accuracy}, if there are any. */
    public Optional<LargestLearningRate> rate(double accuracy) {
      return largestLearningRates.stream().filter(rate -> rate.accuracy() == accuracy).findFirst();
    }
  }

  /** Of each kind, in their order; empty unless the sweep has several. */
  public Map<NormalizationKind, OfKind> kinds() {
    Map<NormalizationKind, OfKind> kinds = new EnumMap<>(NormalizationKind.class);
    for (NormalizationKind kind : NormalizationKind.values()) {
      OfKind answers = normalizations.get(Hyperparameter.NORMALIZATION.text(kind));
      if (answers != null) {
        kinds.put(kind, answers);
      }
    }
    return kinds;
  }

  /** A value of the normalized network and of the plain one. */
  public record Both<T>(@Nullable T bn, @Nullable T plain) {
    static <T> Both<T> of(ByNetwork<Optional<T>> values) {
      return new Both<>(values.normalized().orElse(null), values.plain().orElse(null));
    }

    public ByNetwork<Optional<T>> networks() {
      return optional(bn, plain);
    }
  }

  private static <T> ByNetwork<Optional<T>> optional(@Nullable T normalized, @Nullable T plain) {
    return new ByNetwork<>(Optional.ofNullable(normalized), Optional.ofNullable(plain));
  }

  /** A trial and the best accuracy that one of its networks had. */
  public record Best(String trialId, double bestAccuracy, int bestEpoch) {}

  /** A mean over {@code n} trials with its 95 % interval; null where n is too small. */
  public record Interval(
      long n, @Nullable Double mean, @Nullable Double low, @Nullable Double high) {}

  /**
   * How wide a range of weight scales reaches an accuracy.
   *
   * @param accuracy the threshold
   * @param groups settings that differ in more than weight scale and seed; the range is that of the
   *     median group
   * @param testedDecades between the smallest and the largest weight scale of that group
   */
  public record TrainableRange(
      double accuracy, int groups, double testedDecades, Range bn, Range plain) {
    public ByNetwork<Range> networks() {
      return new ByNetwork<>(bn, plain);
    }
  }

  /**
   * The longest run of neighbouring weight scales that train.
   *
   * @param decades powers of ten between its ends; 0 if one scale trains, or none
   * @param from smallest scale; null if none trains
   * @param to largest scale; null if none trains
   */
  public record Range(double decades, @Nullable Double from, @Nullable Double to) {}

  /**
   * The largest learning rate at which a network reaches an accuracy.
   *
   * @param accuracy the threshold
   * @param tested the largest learning rate of the sweep
   * @param bn of the normalized network, at any other settings; null if none trains
   */
  public record LargestLearningRate(
      double accuracy, double tested, @Nullable Double bn, @Nullable Double plain) {
    public ByNetwork<Optional<Double>> networks() {
      return optional(bn, plain);
    }
  }

  /**
   * Final accuracy on the training samples minus that on the test samples.
   *
   * @param n trials in which both networks reach 0.5; the means are over them
   */
  public record Gap(long n, double bn, double plain) {
    public ByNetwork<Double> networks() {
      return new ByNetwork<>(bn, plain);
    }
  }
}
