package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bnsweep.random.NumpyRandom;
import org.junit.jupiter.api.Test;

class SkippedMasksTest {

  @Test
  void skippingLeavesTheRandomStreamWhereAStepWouldHave() {
    Architecture architecture =
        new Architecture(
            Inputs.all(3), List.of(5, 4), 10, Activation.RELU, Normalization.NONE, 0.3, 0.0);
    NumpyRandom stepped = new NumpyRandom(7);
    NumpyRandom skipped = new NumpyRandom(7);
    try (Mlp one = new Mlp(architecture);
        Mlp other = new Mlp(architecture)) {
      one.initialize(WeightScale.of(0.1), stepped);
      other.initialize(WeightScale.of(0.1), skipped);

      double loss = one.gradient(Tensor.of(new double[6], 2, 3), new int[] {1, 2});
      other.skipMasks(2);

      assertThat(loss).isFinite();
      assertThat(skipped.rand()).isEqualTo(stepped.rand());
    }
  }
}
