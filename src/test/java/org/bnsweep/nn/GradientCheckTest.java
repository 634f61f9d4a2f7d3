package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.nn.Normalization.Position;
import org.bnsweep.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
  private static final int ALL = 1000;
  private static final Tensor X = TestTensors.random(8, 8, 6);
  private static final int[] LABELS = {0, 1, 2, 3, 9, 8, 7, 3};

  private static final List<Normalization> NORMALIZATIONS =
      Stream.concat(
              Stream.of(Normalization.NONE),
              Stream.of(Position.values())
                  .flatMap(
                      position ->
                          Stream.of(
                              new Normalization.Batch(
                                  position, Normalization.EPSILON, Normalization.Batch.MOMENTUM),
                              new Normalization.PerLayer(position, Normalization.EPSILON),
                              new Normalization.Rms(position, Normalization.EPSILON))))
          .toList();

  static Stream<Arguments> options() {
    return Stream.of(Activation.values())
        .flatMap(
            activation ->
                NORMALIZATIONS.stream()
                    .flatMap(
                        normalization ->
                            Stream.of(0.0, 0.4)
                                .map(dropout -> Arguments.of(activation, normalization, dropout))));
  }

  private static Mlp network(Activation activation, Normalization normalization, double dropout) {
    Mlp network =
        new Mlp(
            new Architecture(
                Inputs.all(6), List.of(5, 4), 10, activation, normalization, dropout, 0.1));
    network.initialize(WeightScale.of(1), new NumpyRandom(11));
    return network;
  }

  @ParameterizedTest
  @MethodSource("options")
  void findsEveryGradientRight(Activation activation, Normalization normalization, double dropout) {
    try (Mlp network = network(activation, normalization, dropout)) {
      GradientCheck check = GradientCheck.of(network, X, LABELS, ALL, 1);

      assertThat(check.parameters())
          .hasSameSizeAs(network.parameters())
          .allMatch(GradientCheck.Entry::passed)
          .allMatch(entry -> entry.checked() == entry.size())
          .allMatch(entry -> entry.bound() == 1e-5);
      assertThat(check.passed()).isTrue();
    }
  }

  /** One number of one parameter at a time, by 1% of the parameter's largest gradient. */
  @ParameterizedTest
  @MethodSource("options")
  void findsAnErrorInAnyParameter(
      Activation activation, Normalization normalization, double dropout) {
    try (Mlp network = network(activation, normalization, dropout)) {
      List<double[]> gradients = GradientCheck.gradients(network, X, LABELS);
      for (int k = 0; k < gradients.size(); k++) {
        String name = network.parameters().get(k).name();
        double[] gradient = gradients.get(k);
        double right = gradient[0];
        double largest = 1e-3;
        for (double g : gradient) {
          largest = Math.max(largest, Math.abs(g));
        }
        gradient[0] += 0.01 * largest;

        GradientCheck check = GradientCheck.of(network, gradients, X, LABELS, ALL, 1);

        gradient[0] = right;
        assertThat(check.passed()).as(name).isFalse();
        assertThat(check.parameters().stream().filter(entry -> !entry.passed()))
            .extracting(GradientCheck.Entry::name)
            .containsExactly(name);
      }
    }
  }

  /** All inputs 0 and no bias: every unit stands on the corner, where the book's slope is 0. */
  @Test
  void takesTheSideThatBackwardTookOnTheRectifiersCorner() {
    try (Mlp network = network(Activation.RELU, Normalization.NONE, 0)) {
      Tensor zeros = Tensor.of(new double[48], 8, 6);

      assertThat(GradientCheck.of(network, zeros, LABELS, ALL, 1).passed()).isTrue();
    }
  }

  /** Weights of 5 leave some answers a probability far below the 1e-7 of the reported loss. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "0.01", "0.05", "he", "5"})
  void isRightForWeightsOfAnySize(String scale) {
    WeightScale weightScale =
        scale.equals("he") ? WeightScale.named(scale) : WeightScale.of(Double.parseDouble(scale));
    for (Activation activation : Activation.values()) {
      for (Normalization normalization : NORMALIZATIONS) {
        try (Mlp network = network(activation, normalization, 0.4)) {
          network.initialize(weightScale, new NumpyRandom(0));

          assertThat(GradientCheck.of(network, X, LABELS, ALL, 1).parameters())
              .as(activation + " " + normalization)
              .allMatch(GradientCheck.Entry::passed);
        }
      }
    }
  }

  @Test
  void leavesTheRectifiersFree() {
    try (Mlp network = network(Activation.RELU, Normalization.NONE, 0)) {
      Tensor other = TestTensors.random(9, 8, 6);
      double loss = network.trainingLoss(other, LABELS);

      GradientCheck.of(network, X, LABELS, ALL, 1);

      assertThat(network.trainingLoss(other, LABELS)).isEqualTo(loss);
    }
  }

  @Test
  void aNaNIsAnError() {
    try (Mlp network = network(Activation.SIGMOID, Normalization.BATCH, 0)) {
      double[] w = TestTensors.values(network.parameters().get(0));
      w[3] = Double.NaN;
      network.parameters().get(0).write(w);

      assertThat(GradientCheck.of(network, X, LABELS, ALL, 1).passed()).isFalse();
    }
  }

  @Test
  void leavesTheParametersAsTheyWere() {
    try (Mlp network = network(Activation.RELU, Normalization.BATCH, 0.4)) {
      List<double[]> before = network.parameters().stream().map(TestTensors::values).toList();

      GradientCheck.of(network, X, LABELS, ALL, 1);

      assertThat(network.parameters().stream().map(TestTensors::values).toList())
          .usingRecursiveComparison()
          .isEqualTo(before);
    }
  }

  @Test
  void perturbsASeededSampleOfALargeParameter() {
    try (Mlp network = network(Activation.SIGMOID, Normalization.BATCH, 0)) {
      GradientCheck check = GradientCheck.of(network, X, LABELS, 7, 5);

      assertThat(check.parameters())
          .allMatch(entry -> entry.size() <= 7 || (entry.checked() >= 1 && entry.checked() <= 7));
      assertThat(GradientCheck.of(network, X, LABELS, 7, 5)).isEqualTo(check);
      assertThat(GradientCheck.of(network, X, LABELS, 7, 6)).isNotEqualTo(check);
    }
  }

  @Test
  void refusesFewerThanFourSamples() {
    try (Mlp network = network(Activation.RELU, Normalization.BATCH, 0)) {
      Tensor three = TestTensors.random(1, 3, 6);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> GradientCheck.of(network, three, LABELS, ALL, 1))
          .withMessage("a gradient check of 3 samples, must be at least 4");
    }
  }
}
