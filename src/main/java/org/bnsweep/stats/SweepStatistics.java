package org.bnsweep.stats;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.stats.SweepSummary.Best;
import org.bnsweep.stats.SweepSummary.Gap;
import org.bnsweep.sweep.Trial;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;

/**
 * What is counted over the trials of a sweep as they stream by; grows with the settings, about 300
 * bytes each, and not with the seeds.
 */
public final class SweepStatistics {
  private static final int MOST_SCALES = 10_000;

  private final Map<Hyperparameters, SettingStatistics> settings = new LinkedHashMap<>();

  // One object for equal ones, as each trial that is read brings its own.
  private final Map<List<Integer>, List<Integer>> widths = new HashMap<>();
  private final Map<WeightScale, WeightScale> scales = new HashMap<>();

  private final Moments finalDifference = new Moments();
  private final ByNetwork<Moments> gaps = ByNetwork.of(network -> new Moments());
  private ByNetwork<Optional<Best>> best = ByNetwork.of(network -> Optional.empty());

  /** Counts {@code trial}; one without figures failed. */
  public void add(Trial trial, Optional<PairFigures> figures) {
    Hyperparameters key = withoutSeed(trial.hyperparameters());
    settings.computeIfAbsent(key, SettingStatistics::new).add(figures);
    figures.ifPresent(pair -> add(trial.id(), pair));
  }

  private void add(String id, PairFigures pair) {
    finalDifference.add(pair.difference(Figure.FINAL_ACCURACY));
    boolean bothLearn = pair.networks().stream().allMatch(f -> f.reached(Threshold.HALF));
    for (Network network : Network.values()) {
      if (bothLearn) {
        gaps.of(network).add(pair.of(network).generalizationGap());
      }
    }
    best = ByNetwork.of(network -> Optional.of(better(best.of(network), id, pair.of(network))));
  }

  private Hyperparameters withoutSeed(Hyperparameters h) {
    return h.with(Hyperparameter.SEED, 0L)
        .with(Hyperparameter.WEIGHT_SCALE, one(h.weightScale()))
        .with(Hyperparameter.HIDDEN, widths.computeIfAbsent(h.hidden(), hidden -> hidden));
  }

  /** Sharing pays where many settings have the scale. */
  private WeightScale one(WeightScale scale) {
    return scales.size() < MOST_SCALES
        ? scales.computeIfAbsent(scale, itself -> itself)
        : scales.getOrDefault(scale, scale);
  }

  private static Best better(Optional<Best> best, String id, CurveFigures figures) {
    double accuracy = figures.of(Figure.BEST_ACCURACY);
    return best.filter(other -> !(accuracy > other.bestAccuracy()))
        .orElseGet(() -> new Best(id, accuracy, figures.epoch(Figure.BEST_EPOCH).orElseThrow()));
  }

  /** In the order in which the grid first has them. */
  public Collection<SettingStatistics> settings() {
    return settings.values();
  }

  Estimate finalDifference() {
    return finalDifference.summary();
  }

  ByNetwork<Optional<Best>> best() {
    return best;
  }

  /** Mean gaps over the trials whose networks both learn and have test samples. */
  Optional<Gap> gap() {
    int n = gaps.plain().n();
    return n == 0
        ? Optional.empty()
        : Optional.of(new Gap(n, gaps.normalized().mean(), gaps.plain().mean()));
  }
}
