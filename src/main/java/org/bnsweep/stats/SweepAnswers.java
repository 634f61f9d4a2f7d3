package org.bnsweep.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.stats.SweepSummary.Both;
import org.bnsweep.stats.SweepSummary.Interval;
import org.bnsweep.stats.SweepSummary.LargestLearningRate;
import org.bnsweep.stats.SweepSummary.OfKind;
import org.bnsweep.stats.SweepSummary.Range;
import org.bnsweep.stats.SweepSummary.TrainableRange;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;
import org.jspecify.annotations.Nullable;

/**
 * From counts to answers.
 *
 * <p>A setting <em>trains</em> to a threshold if at least half of its seeds reach it at some epoch
 * (the median seed does). The <em>trainable range</em> is the longest run of neighbouring weight
 * scales that train, in powers of ten between its ends: a scale in the middle that does not train
 * ends it. Settings that differ in more than weight scale and seed are groups with a range each;
 * the answer is the (lower) median one, so that it is a range that was seen. A setting whose trials
 * all failed was not tested: it is as if the grid had it not. Where normalizations are compared,
 * the same is asked of the settings of each kind.
 */
public final class SweepAnswers {
  private SweepAnswers() {}

  public static SweepSummary of(SweepStatistics statistics) {
    OfKind all = answers(statistics.settings());
    Estimate difference = statistics.finalDifference();
    return new SweepSummary(
        all.trials(),
        all.diverged(),
        Both.of(statistics.best()),
        new Interval(
            difference.n(),
            finite(difference.mean()),
            finite(difference.low()),
            finite(difference.high())),
        all.trainableRanges(),
        all.largestLearningRates(),
        statistics.gap().orElse(null),
        ofEachKind(statistics.settings()));
  }

  private static OfKind answers(Collection<SettingStatistics> all) {
    List<SettingStatistics> settings =
        all.stream().filter(setting -> setting.trained() > 0).toList();
    List<List<SettingStatistics>> groups = byScale(settings);
    List<TrainableRange> ranges = new ArrayList<>();
    List<LargestLearningRate> rates = new ArrayList<>();
    for (Threshold threshold : Threshold.values()) {
      if (!groups.isEmpty()) {
        ranges.add(range(groups, threshold));
      }
      if (!settings.isEmpty()) {
        rates.add(rate(settings, threshold));
      }
    }
    return new OfKind(
        settings.stream().mapToLong(SettingStatistics::trained).sum(),
        Both.of(ByNetwork.of(network -> Optional.of(diverged(settings, network)))),
        ranges,
        rates);
  }

  private static long diverged(Collection<SettingStatistics> settings, Network network) {
    return settings.stream().mapToLong(setting -> setting.diverged(network)).sum();
  }

  /** Nothing if all have the same. */
  private static Map<String, OfKind> ofEachKind(Collection<SettingStatistics> settings) {
    Map<NormalizationKind, List<SettingStatistics>> kinds = new EnumMap<>(NormalizationKind.class);
    for (SettingStatistics setting : settings) {
      kinds
          .computeIfAbsent(setting.settings().normalization(), kind -> new ArrayList<>())
          .add(setting);
    }
    Map<String, OfKind> answers = new LinkedHashMap<>();
    if (kinds.size() > 1) {
      kinds.forEach(
          (kind, its) -> answers.put(Hyperparameter.NORMALIZATION.text(kind), answers(its)));
    }
    return answers;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /**
   * Settings that differ in weight scale alone, by rising scale; those without a number left out.
   */
  private static List<List<SettingStatistics>> byScale(Collection<SettingStatistics> settings) {
    Map<Hyperparameters, List<SettingStatistics>> groups = new LinkedHashMap<>();
    for (SettingStatistics setting : settings) {
      if (setting.settings().weightScale().init() == WeightScale.Init.NORMAL
          && scale(setting) > 0) {
        groups
            .computeIfAbsent(
                setting.settings().with(Hyperparameter.WEIGHT_SCALE, WeightScale.of(1)),
                key -> new ArrayList<>())
            .add(setting);
      }
    }
    groups.values().forEach(group -> group.sort(Comparator.comparingDouble(SweepAnswers::scale)));
    return List.copyOf(groups.values());
  }

  private static double scale(SettingStatistics setting) {
    return setting.settings().weightScale().scale();
  }

  private static TrainableRange range(List<List<SettingStatistics>> groups, Threshold threshold) {
    double[] tested =
        groups.stream()
            .mapToDouble(g -> Math.log10(scale(g.get(g.size() - 1)) / scale(g.get(0))))
            .sorted()
            .toArray();
    return new TrainableRange(
        threshold.accuracy(),
        groups.size(),
        tested[(tested.length - 1) / 2],
        median(groups, Network.NORMALIZED, threshold),
        median(groups, Network.PLAIN, threshold));
  }

  private static Range median(
      List<List<SettingStatistics>> groups, Network network, Threshold threshold) {
    Range[] ranges =
        groups.stream().map(group -> longest(group, network, threshold)).toArray(Range[]::new);
    // Of two ranges without width, the one where nothing trains is the lesser.
    Arrays.sort(
        ranges,
        Comparator.comparingDouble(Range::decades).thenComparing(range -> range.from() != null));
    return ranges[(ranges.length - 1) / 2];
  }

  /** The longest run of neighbours in {@code group} that train. */
  private static Range longest(
      List<SettingStatistics> group, Network network, Threshold threshold) {
    Range longest = new Range(0, null, null);
    int start = 0;
    for (int i = 0; i < group.size(); i++) {
      if (!group.get(i).trains(network, threshold)) {
        start = i + 1;
        continue;
      }
      double from = scale(group.get(start));
      double to = scale(group.get(i));
      double decades = Math.log10(to / from);
      if (longest.from() == null || decades > longest.decades()) {
        longest = new Range(decades, from, to);
      }
    }
    return longest;
  }

  private static LargestLearningRate rate(
      Collection<SettingStatistics> settings, Threshold threshold) {
    double tested =
        settings.stream().mapToDouble(s -> s.settings().learningRate()).max().orElse(Double.NaN);
    return new LargestLearningRate(
        threshold.accuracy(),
        tested,
        largestRate(settings, Network.NORMALIZED, threshold),
        largestRate(settings, Network.PLAIN, threshold));
  }

  private static @Nullable Double largestRate(
      Collection<SettingStatistics> settings, Network network, Threshold threshold) {
    double largest =
        settings.stream()
            .filter(setting -> setting.trains(network, threshold))
            .mapToDouble(setting -> setting.settings().learningRate())
            .max()
            .orElse(Double.NaN);
    return finite(largest);
  }
}
