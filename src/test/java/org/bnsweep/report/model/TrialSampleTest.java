package org.bnsweep.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;
import org.junit.jupiter.api.Test;

class TrialSampleTest {

  @Test
  void oneTrialIsShownHoweverManyLayersItHas() {
    LayerActivations layer =
        new LayerActivations(
            Network.NORMALIZED, 1, 0, 0, 0, 1, Histogram.of(new int[] {0}, new int[] {1}));
    TrialSample<LayerActivations> sample = new TrialSample<>(Set.of(Hyperparameter.SEED), 5);
    int axes = Hyperparameter.values().length;

    sample.add(new Position(Collections.nCopies(axes, 0)), List.of());
    assertThat(sample.trials()).isEmpty();
    sample.add(new Position(Collections.nCopies(axes, 0)), Collections.nCopies(6, layer));

    assertThat(sample.trials()).hasSize(1);
  }

  @Test
  void ofSeveralKindsASettingIsKeptWholeOrNotAtAll() {
    TrialSample<String> sample =
        new TrialSample<>(Set.of(Hyperparameter.WEIGHT_SCALE, Hyperparameter.NORMALIZATION), 7);
    for (int scale = 0; scale < 4; scale++) {
      for (int kind = 0; kind < 3; kind++) {
        sample.add(position(scale, kind), List.of(scale + " " + kind));
      }
    }

    assertThat(sample.trials())
        .flatExtracting(SampledTrial::records)
        .containsExactly("0 0", "0 1", "0 2", "2 0", "2 1", "2 2");
  }

  private static Position position(int scale, int kind) {
    return new Position(
        Stream.of(Hyperparameter.values())
            .map(
                axis ->
                    switch (axis) {
                      case WEIGHT_SCALE -> scale;
                      case NORMALIZATION -> kind;
                      default -> 0;
                    })
            .toList());
  }
}
