package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.bnsweep.nn.Normalization.Position;
import org.bnsweep.random.NumpyRandom;
import org.bnsweep.reference.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * NumPy's loss, gradients and running averages of tiny networks, to a relative 1e-10.
 *
 * <p>A bias's gradient is a sum over samples that cancels, in front of Batch Normalization to
 * nothing; so in a network with a normalization it may differ by {@value #ROUNDING} of the largest
 * gradient there.
 */
class GradientsTest {
  private static final double RELATIVE = 1e-10;
  private static final double ROUNDING = 1e-15;
  private static final int SAMPLES = 8;

  static Stream<Arguments> networks() {
    return References.elements(References.read("gradients.json")).stream()
        .map(
            network ->
                Arguments.of(
                    network.get("activation").asText()
                        + ", "
                        + network.get("normalization").asText()
                        + " "
                        + network.get("norm_position").asText()
                        + ", dropout "
                        + network.get("dropout"),
                    network));
  }

  @Test
  void hasEveryNetwork() {
    assertThat(networks()).hasSize(28);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void areNumPys(String name, JsonNode expected) {
    NumpyRandom random = new NumpyRandom(expected.get("seed").asLong());
    try (Mlp network = new Mlp(architecture(expected))) {
      network.initialize(WeightScale.of(expected.get("scale").asDouble()), random);
      for (Parameter parameter : network.parameters()) {
        double[] recorded = References.doubles(expected.get("parameters").get(parameter.name()));
        assertClose(parameter.name(), TestTensors.values(parameter), recorded, 0);
        parameter.write(recorded);
      }
      // The stream goes on with x and t, then with the masks that the forward pass draws.
      double[] x = References.doubles(expected.get("x"));
      double[] drawn = new double[x.length];
      random.rand(drawn);
      assertThat(drawn).isEqualTo(x);
      int[] t = new int[SAMPLES];
      random.choice(10, t);
      assertThat(t).isEqualTo(References.ints(expected.get("t")));

      double loss = network.gradient(Tensor.of(x, SAMPLES, x.length / SAMPLES), t);

      assertClose("loss", new double[] {loss}, new double[] {expected.get("loss").asDouble()}, 0);
      assertGradients(network, expected);
      assertRunningAverages(network, expected);
    }
  }

  private static void assertGradients(Mlp network, JsonNode expected) {
    JsonNode gradients = expected.get("gradients");
    double largest =
        DoubleStream.of(References.doubles(gradients)).map(Math::abs).max().orElseThrow();
    assertThat(network.parameters()).hasSize(gradients.size());
    for (Parameter parameter : network.parameters()) {
      boolean cancels =
          !expected.get("normalization").asText().equals("none")
              && parameter.name().matches("b[12]");
      assertClose(
          "gradient of " + parameter.name(),
          TestTensors.gradient(parameter),
          References.doubles(gradients.get(parameter.name())),
          cancels ? ROUNDING * largest : 0);
    }
  }

  private static void assertRunningAverages(Mlp network, JsonNode expected) {
    JsonNode means = expected.get("running_mean");
    assertThat(network.batchNorms()).hasSize(means.size());
    for (int l = 0; l < means.size(); l++) {
      BatchNorm norm = network.batchNorms().get(l);
      assertClose("mean " + l, norm.runningMean(), References.doubles(means.get(l)), 0);
      double[] variances = References.doubles(expected.get("running_var").get(l));
      assertClose("variance " + l, norm.runningVariance(), variances, 0);
    }
  }

  private static void assertClose(
      String what, double[] actual, double[] expected, double tolerance) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("%s, element %d", what, i)
          .isCloseTo(expected[i], within(RELATIVE * Math.abs(expected[i]) + tolerance));
    }
  }

  private static Architecture architecture(JsonNode network) {
    int[] sizes = References.ints(network.get("sizes"));
    return new Architecture(
        Inputs.all(sizes[0]),
        List.of(sizes[1], sizes[2]),
        sizes[3],
        Activation.valueOf(network.get("activation").asText().toUpperCase(Locale.ROOT)),
        normalization(
            network.get("normalization").asText(),
            Position.valueOf(network.get("norm_position").asText().toUpperCase(Locale.ROOT))),
        network.get("dropout").asDouble(),
        network.get("weight_decay").asDouble());
  }

  private static Normalization normalization(String word, Position position) {
    return switch (word) {
      case "batch" ->
          new Normalization.Batch(position, Normalization.EPSILON, Normalization.Batch.MOMENTUM);
      case "layer" -> new Normalization.PerLayer(position, Normalization.EPSILON);
      case "rms" -> new Normalization.Rms(position, Normalization.EPSILON);
      case "none" -> Normalization.NONE;
      default -> throw new IllegalArgumentException(word);
    };
  }
}
