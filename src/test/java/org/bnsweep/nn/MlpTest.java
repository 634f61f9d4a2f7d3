package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bnsweep.random.NumpyRandom;
import org.junit.jupiter.api.Test;

class MlpTest {
  private static final int[] LABELS = {0, 9, 3, 3, 7};

  private static Architecture architecture(
      Inputs inputs, Normalization normalization, double decay) {
    return new Architecture(inputs, List.of(5, 4), 10, Activation.RELU, normalization, 0, decay);
  }

  private static Mlp network(Normalization normalization, double decay) {
    Mlp network = new Mlp(architecture(Inputs.all(12), normalization, decay));
    network.initialize(WeightScale.of(0.5), new NumpyRandom(1));
    return network;
  }

  private static double[] gradients(Mlp network) {
    return network.parameters().stream()
        .flatMapToDouble(p -> DoubleStream.of(TestTensors.gradient(p)))
        .toArray();
  }

  @Test
  void namesItsParametersInTheOrderOfTheLayers() {
    try (Mlp bn = network(Normalization.BATCH, 0);
        Mlp plain = network(Normalization.NONE, 0)) {
      assertThat(bn.parameters().stream().map(Parameter::name))
          .containsExactly(
              "W1", "b1", "gamma1", "beta1", "W2", "b2", "gamma2", "beta2", "W3", "b3");
      assertThat(plain.parameters().stream().map(Parameter::name))
          .containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
      assertThat(plain.parameters().stream().map(Parameter::size))
          .containsExactly(60, 5, 20, 4, 40, 10);
    }
  }

  @Test
  void drawsItsWeightsInOrderAndNothingElse() {
    NumpyRandom random = new NumpyRandom(4);
    double[] drawn = new double[121];
    new NumpyRandom(4).randn(drawn);
    try (Mlp network = new Mlp(architecture(Inputs.all(12), Normalization.BATCH, 0))) {
      network.initialize(WeightScale.of(1), random);

      assertThat(TestTensors.values(network.parameters().get(0)))
          .isEqualTo(Arrays.copyOf(drawn, 60));
      assertThat(TestTensors.values(network.parameters().get(4)))
          .isEqualTo(Arrays.copyOfRange(drawn, 60, 80));
      assertThat(TestTensors.values(network.parameters().get(8)))
          .isEqualTo(Arrays.copyOfRange(drawn, 80, 120));
      assertThat(random.randn()).isEqualTo(drawn[120]);
    }
  }

  @Test
  void scalesTheWeightsByTheInputsOfEachLayer() {
    try (Mlp he = new Mlp(architecture(Inputs.all(12), Normalization.NONE, 0));
        Mlp one = new Mlp(architecture(Inputs.all(12), Normalization.NONE, 0))) {
      he.initialize(WeightScale.named("he"), new NumpyRandom(4));
      one.initialize(WeightScale.of(1), new NumpyRandom(4));

      int[] fanIn = {12, 5, 4};
      for (int l = 0; l < 3; l++) {
        double[] expected = TestTensors.values(one.parameters().get(2 * l));
        for (int i = 0; i < expected.length; i++) {
          expected[i] *= Math.sqrt(2.0 / fanIn[l]);
        }
        assertThat(TestTensors.values(he.parameters().get(2 * l))).isEqualTo(expected);
      }
    }
  }

  /** The fan-in and the draws are those of all features. */
  @Test
  void leavesOutInputsWithoutChangingAnyNumber() {
    int[] used = {0, 3, 4, 11};
    Tensor compact = TestTensors.random(7, 5, 4);
    Tensor full = Tensor.of(new double[60], 5, 12);
    for (int i = 0; i < 5; i++) {
      for (int k = 0; k < 4; k++) {
        full.values()[12 * i + used[k]] = compact.values()[4 * i + k];
      }
    }
    try (Mlp some = new Mlp(architecture(Inputs.some(12, used), Normalization.BATCH, 0));
        Mlp all = new Mlp(architecture(Inputs.all(12), Normalization.BATCH, 0))) {
      NumpyRandom first = new NumpyRandom(1);
      NumpyRandom second = new NumpyRandom(1);
      some.initialize(WeightScale.named("he"), first);
      all.initialize(WeightScale.named("he"), second);

      assertThat(first.rand()).isEqualTo(second.rand());
      assertThat(some.gradient(compact, LABELS))
          .isCloseTo(all.gradient(full, LABELS), offset(1e-14));
      assertThat(TestTensors.copy(some.predict(compact)))
          .containsExactly(TestTensors.copy(all.predict(full)), within(1e-13));
    }
  }

  @Test
  void takesImagesAsTheirPixels() {
    try (Mlp network = network(Normalization.BATCH, 0.1)) {
      Tensor flat = TestTensors.random(2, 5, 12);
      Tensor images = Tensor.of(flat.values(), 5, 3, 2, 2);
      double loss = network.gradient(flat, LABELS);
      double[] gradients = gradients(network);

      assertThat(network.gradient(images, LABELS)).isEqualTo(loss);
      assertThat(gradients(network)).isEqualTo(gradients);
      double[] logits = TestTensors.copy(network.predict(flat));
      assertThat(TestTensors.copy(network.predict(images))).isEqualTo(logits);
    }
  }

  @Test
  void addsTheDecayOfTheWeightsToLossAndGradient() {
    try (Mlp plain = network(Normalization.BATCH, 0);
        Mlp decayed = network(Normalization.BATCH, 0.3)) {
      Tensor x = TestTensors.random(2, 5, 12);
      double squares = 0;
      double without = plain.gradient(x, LABELS);
      double with = decayed.gradient(x, LABELS);

      for (int k = 0; k < plain.parameters().size(); k++) {
        Parameter parameter = plain.parameters().get(k);
        double[] expected = TestTensors.gradient(parameter);
        if (parameter.name().startsWith("W")) {
          double[] w = TestTensors.values(parameter);
          for (int i = 0; i < w.length; i++) {
            squares += w[i] * w[i];
            expected[i] += 0.3 * w[i];
          }
        }
        assertThat(TestTensors.gradient(decayed.parameters().get(k)))
            .as(parameter.name())
            .containsExactly(expected, within(1e-15));
      }
      assertThat(with).isCloseTo(without + 0.15 * squares, offset(1e-14));
      assertThat(decayed.loss(x, LABELS))
          .isCloseTo(plain.loss(x, LABELS) + 0.15 * squares, offset(1e-13));
      assertThat(decayed.trainingLoss(x, LABELS)).isEqualTo(with);
    }
  }

  @Test
  void predictsEachSampleByItselfInInference() {
    try (Mlp network = network(Normalization.BATCH, 0)) {
      Tensor x = TestTensors.random(2, 5, 12);
      network.gradient(x, LABELS);
      double[] together = TestTensors.copy(network.predict(x));
      int correct = 0;
      for (int i = 0; i < 5; i++) {
        Tensor one = Tensor.of(Arrays.copyOfRange(x.values(), 12 * i, 12 * i + 12), 1, 12);
        assertThat(TestTensors.copy(network.predict(one)))
            .containsExactly(Arrays.copyOfRange(together, 10 * i, 10 * i + 10), within(1e-12));
        correct += Predictions.answer(network.predict(one), 0) == LABELS[i] ? 1 : 0;
      }

      assertThat(network.accuracy(x, LABELS)).isEqualTo(correct / 5.0);
    }
  }

  @Test
  void startsAnewWhateverItLearned() {
    Tensor x = TestTensors.random(2, 5, 12);
    try (Mlp network = network(Normalization.BATCH, 0.1)) {
      double loss = network.gradient(x, LABELS);
      for (int i = 0; i < 3; i++) {
        network.parameters().forEach(p -> p.descend(0.5));
        network.gradient(x, LABELS);
      }
      network.initialize(WeightScale.of(0.5), new NumpyRandom(1));

      assertThat(network.batchNorms()).allSatisfy(n -> assertThat(n.runningMean()).containsOnly(0));
      assertThat(network.gradient(x, LABELS)).isEqualTo(loss);
    }
  }

  @Test
  void refusesSamplesOfAnotherShapeNamingBoth() {
    try (Mlp network = network(Normalization.NONE, 0)) {
      Tensor wrong = TestTensors.random(1, 5, 3, 2);
      String message = "Mlp: input has shape [5, 3, 2], expected [N, 12]";

      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.gradient(wrong, LABELS))
          .withMessage(message);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.trainingLoss(wrong, LABELS))
          .withMessage(message);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.predict(wrong))
          .withMessage(message);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.loss(wrong, LABELS))
          .withMessage(message);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.accuracy(wrong, LABELS))
          .withMessage(message);
    }
  }

  @Test
  void refusesLabelsThatAreNoClass() {
    try (Mlp network = network(Normalization.NONE, 0)) {
      Tensor x = TestTensors.random(1, 5, 12);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.gradient(x, new int[] {0, 1, 2, 3, 10}))
          .withMessage("label 10 of sample 4 is not in 0..9");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.loss(x, new int[] {0, 1, -2, 3, 4}))
          .withMessage("label -2 of sample 2 is not in 0..9");
    }
  }

  @Test
  void isLostOnceAllOutputBiasesAreNaN() {
    try (Mlp network = network(Normalization.BATCH, 0)) {
      Parameter bias = network.parameters().get(network.parameters().size() - 1);
      double[] values = new double[10];
      Arrays.fill(values, 1, 10, Double.NaN);
      bias.write(values);
      assertThat(network.isLost()).isFalse();
      values[0] = Double.NaN;
      bias.write(values);
      assertThat(network.isLost()).isTrue();

      Tensor x = TestTensors.random(1, 5, 12);
      assertThat(network.gradient(x, LABELS)).isNaN();
      assertThat(network.accuracy(x, LABELS)).isEqualTo(0.2); // one label of five is 0
    }
  }
}
