package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Samples;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.Architecture;
import org.bnsweep.nn.Inputs;
import org.bnsweep.nn.Mlp;
import org.bnsweep.nn.Normalization;
import org.bnsweep.nn.Tensor;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.random.NumpyRandom;
import org.bnsweep.settings.OptimizerKind;
import org.bnsweep.train.optimizer.Optimizer;
import org.junit.jupiter.api.Test;

/** The README's section "The network alone". */
class ReadmeExampleTest {

  @Test
  void aNetworkCanBeTrainedWithoutSpark() {
    Samples digits =
        SampleSource.load(new DataSettings("embedded", 1000, 0), Configuration::new).train();
    double[] pixels = new double[100 * digits.features()];
    int[] labels = new int[100];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = digits.label(i);
      for (int j = 0; j < digits.features(); j++) {
        pixels[i * digits.features() + j] = digits.value(i, j);
      }
    }
    Tensor x = Tensor.of(pixels, 100, digits.features());
    var architecture =
        new Architecture(
            Inputs.all(784), List.of(50, 30), 10, Activation.RELU, Normalization.BATCH, 0.2, 0.0);
    try (Mlp network = new Mlp(architecture)) {
      network.initialize(WeightScale.named("he"), new NumpyRandom(0));
      Optimizer adam = Optimizer.of(OptimizerKind.ADAM, 0.01, network.parameters());
      for (int step = 0; step < 100; step++) {
        network.gradient(x, labels);
        adam.update();
      }
      assertThat(network.accuracy(x, labels)).isGreaterThan(0.95);
      assertThat(network.loss(x, labels)).isLessThan(0.2);
    }
  }
}
