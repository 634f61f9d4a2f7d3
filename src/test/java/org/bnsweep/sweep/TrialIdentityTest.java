package org.bnsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.nn.WeightScale.Init;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.OptimizerKind;
import org.junit.jupiter.api.Test;

class TrialIdentityTest {
  private static final TrialIdentity IDENTITY = new TrialIdentity(20, "abc");
  private static final WeightScale SCALE = new WeightScale(Init.NORMAL, 0.05);

  private static Hyperparameters with(WeightScale scale, double rate, int batch, List<Integer> h) {
    return Hyperparameters.builder()
        .weightScale(scale)
        .learningRate(rate)
        .batchSize(batch)
        .hidden(h)
        .build();
  }

  private static Hyperparameters with(Activation a, double drop, double decay, OptimizerKind o) {
    return Hyperparameters.builder()
        .weightScale(SCALE)
        .hidden(List.of(10))
        .activation(a)
        .dropout(drop)
        .weightDecay(decay)
        .optimizer(o)
        .build();
  }

  @Test
  void staysWhatItIsFromVersionToVersion() {
    // Computed apart from this code; it changes with the numerics version only.
    assertThat(IDENTITY.id(GridTest.point(0))).isEqualTo("bf0068ada44758ee9c10b7b3c413dcc3");
  }

  @Test
  void dependsOnEverySettingOnEpochsAndOnData() {
    Set<String> ids = new HashSet<>();
    List<Hyperparameters> trials =
        List.of(
            GridTest.point(0),
            GridTest.point(1),
            with(new WeightScale(Init.NORMAL, Math.nextUp(0.05)), 0.01, 100, List.of(10)),
            with(new WeightScale(Init.HE, Double.NaN), 0.01, 100, List.of(10)),
            with(new WeightScale(Init.XAVIER, Double.NaN), 0.01, 100, List.of(10)),
            with(SCALE, Math.nextUp(0.01), 100, List.of(10)),
            with(SCALE, 0.01, 101, List.of(10)),
            with(SCALE, 0.01, 100, List.of(1, 10)),
            with(SCALE, 0.01, 100, List.of(110)),
            with(Activation.SIGMOID, 0, 0, OptimizerKind.SGD),
            with(Activation.RELU, 0.1, 0, OptimizerKind.SGD),
            with(Activation.RELU, 0, 0.1, OptimizerKind.SGD),
            with(Activation.RELU, 0, 0, OptimizerKind.ADAM));
    trials.forEach(trial -> ids.add(IDENTITY.id(trial)));
    ids.add(new TrialIdentity(21, "abc").id(GridTest.point(0)));
    ids.add(new TrialIdentity(20, "abd").id(GridTest.point(0)));

    assertThat(ids).hasSize(trials.size() + 2).allMatch(id -> id.matches("[0-9a-f]{32}"));
  }

  @Test
  void aHundredThousandIdsTakeWellUnderASecond() {
    Trials trials =
        new GridTrials(
            Grid.product(GridTest.axes(GridTest.seeds(100_000)), List.of(), Optional.empty()),
            IDENTITY);
    Set<String> ids = new HashSet<>();
    Duration bar = Duration.ofSeconds(1);
    Duration cost =
        CpuTime.least(
            bar,
            () -> {
              for (long i = 0; i < trials.size(); i++) {
                ids.add(trials.get(i).id());
              }
            });

    assertThat(ids).hasSize(100_000);
    // 0.3 s in a fresh JVM, 0.08 s in a warm one; coverage and shared caches cost some more.
    assertThat(cost).isLessThan(bar);
  }
}
