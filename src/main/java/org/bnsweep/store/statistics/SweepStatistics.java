package org.bnsweep.store.statistics;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.store.statistics.SweepSummary.Best;
import org.bnsweep.store.statistics.SweepSummary.ByNetwork;
import org.bnsweep.store.statistics.SweepSummary.Gap;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Network;
import org.jspecify.annotations.Nullable;

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
  private final Moments bnGap = new Moments();
  private final Moments plainGap = new Moments();
  private @Nullable Best bestBn;
  private @Nullable Best bestPlain;

  public void add(RecordedTrial trial) {
    Hyperparameters key = withoutSeed(trial.trial().hyperparameters());
    settings.computeIfAbsent(key, SettingStatistics::new).add(trial);
    if (trial.result().outcome() instanceof Trained trained) {
      CurveFigures bn = CurveFigures.of(trained.curves().bn());
      CurveFigures plain = CurveFigures.of(trained.curves().plain());
      finalDifference.add(bn.finalAccuracy() - plain.finalAccuracy());
      if (bn.firstEpoch50().isPresent() && plain.firstEpoch50().isPresent()) {
        bnGap.add(bn.generalizationGap());
        plainGap.add(plain.generalizationGap());
      }
      bestBn = better(bestBn, trial.trial().id(), bn);
      bestPlain = better(bestPlain, trial.trial().id(), plain);
    }
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

  private static Best better(@Nullable Best best, String id, CurveFigures figures) {
    return best == null || figures.bestAccuracy() > best.bestAccuracy()
        ? new Best(id, figures.bestAccuracy(), figures.bestEpoch())
        : best;
  }

  /** In the order in which the grid first has them. */
  public Collection<SettingStatistics> settings() {
    return settings.values();
  }

  Estimate finalDifference() {
    return finalDifference.summary();
  }

  ByNetwork<Best> best() {
    return new ByNetwork<>(bestBn, bestPlain);
  }

  ByNetwork<Long> diverged() {
    return new ByNetwork<>(diverged(Network.BN), diverged(Network.PLAIN));
  }

  private long diverged(Network network) {
    return settings.values().stream().mapToLong(s -> s.diverged(network)).sum();
  }

  @Nullable Gap gap() {
    Estimate bn = bnGap.summary();
    return bn.n() == 0 ? null : new Gap(bn.n(), bn.mean(), plainGap.summary().mean());
  }
}
