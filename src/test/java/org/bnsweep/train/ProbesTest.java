package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.Normalization.Position;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.reference.References;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.settings.OptimizerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients and landscapes are those of {@code reference.py probes}, to a relative 1e-8. */
class ProbesTest {
  private static final double RELATIVE = 1e-8;
  private static final Recordings ALL = Recordings.of(Recording.values());

  static Stream<Arguments> trials() {
    return Stream.of(
        Arguments.of(
            "probes-bn.json",
            4,
            Hyperparameters.builder().weightScale(WeightScale.of(0.05)).build()),
        Arguments.of(
            "probes-ln.json",
            3,
            Hyperparameters.builder()
                .weightScale(WeightScale.named("he"))
                .normalization(NormalizationKind.LAYER)
                .normPosition(Position.AFTER)
                .dropout(0.2)
                .weightDecay(0.01)
                .learningRate(0.05)
                .build()),
        Arguments.of(
            "probes-rms.json",
            3,
            Hyperparameters.builder()
                .weightScale(WeightScale.named("xavier"))
                .normalization(NormalizationKind.RMS)
                .activation(Activation.SIGMOID)
                .learningRate(0.5)
                .hidden(List.of(30, 20))
                .optimizer(OptimizerKind.ADAM)
                .build()));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void areNumPys(String file, int epochs, Hyperparameters h) {
    JsonNode reference = References.read(file);
    PairResult result = train(h, epochs, ALL);
    Recorded recorded = result.recorded();

    for (Network network : Network.values()) {
      JsonNode points = reference.get(network.word(h.normalization()));
      assertThat(points).hasSize(epochs);
      for (int epoch = 0; epoch < epochs; epoch++) {
        assertClose(
            result.curves().of(network).points().get(epoch).trainLoss(),
            points.get(epoch).get("loss").asDouble());
        assertGradients(gradients(recorded, network, epoch), points.get(epoch));
        assertLandscape(landscape(recorded, network, epoch), points.get(epoch));
      }
    }
    assertThat(recorded.gradients()).hasSize(2 * epochs * (h.hidden().size() + 1));
    assertThat(recorded.landscapes()).hasSize(2 * epochs);
  }

  private static void assertGradients(List<WeightGradient> actual, JsonNode expected) {
    assertThat(actual)
        .extracting(WeightGradient::layer)
        .isEqualTo(Stream.iterate(1, l -> l + 1).limit(actual.size()).toList());
    assertClose(actual.stream().map(WeightGradient::norm).toList(), expected.get("gradient_norms"));
    assertClose(
        actual.stream().map(WeightGradient::updateRatio).toList(), expected.get("update_ratios"));
  }

  private static void assertLandscape(Landscape actual, JsonNode expected) {
    assertClose(actual.losses(), expected.get("losses"));
    assertClose(actual.gradientChanges(), expected.get("gradient_changes"));
    assertClose(actual.smoothness(), expected.get("smoothness").asDouble());
  }

  private static void assertClose(List<Double> actual, JsonNode expected) {
    assertThat(actual).hasSize(expected.size());
    for (int i = 0; i < actual.size(); i++) {
      assertClose(actual.get(i), expected.get(i).asDouble());
    }
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
  }

  private static List<WeightGradient> gradients(Recorded recorded, Network network, int epoch) {
    return recorded.gradients().stream()
        .filter(g -> g.network() == network && g.epoch() == epoch)
        .toList();
  }

  private static Landscape landscape(Recorded recorded, Network network, int epoch) {
    return recorded.landscapes().stream()
        .filter(l -> l.network() == network && l.epoch() == epoch)
        .findFirst()
        .orElseThrow();
  }

  private static PairResult train(Hyperparameters h, int epochs, Recordings recordings) {
    try (PairTrainer trainer = new PairTrainer(new TrainingData(Data.train(1000)))) {
      return trainer.train(h, epochs, recordings);
    }
  }

  /** Every bit of the curves: updates, running averages and random numbers are those without. */
  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void changeNoNumberOfTheTraining(OptimizerKind optimizer) {
    for (NormalizationKind kind : NormalizationKind.values()) {
      Hyperparameters h =
          Hyperparameters.builder()
              .weightScale(WeightScale.of(0.3))
              .hidden(List.of(20, 10))
              .batchSize(300)
              .dropout(0.3)
              .weightDecay(kind == NormalizationKind.RMS ? 0.01 : 0)
              .normalization(kind)
              .optimizer(optimizer)
              .build();

      PairResult without = train(h, 3, Recordings.NONE);

      assertThat(train(h, 3, ALL).curves()).isEqualTo(without.curves());
      assertThat(without.recorded()).isEqualTo(Recorded.NOTHING);
    }
  }

  @Test
  void keepOnlyWhatIsAskedFor() {
    Hyperparameters h = Hyperparameters.builder().hidden(List.of(5)).build();

    for (Recording kind : Recording.values()) {
      assertThat(train(h, 1, Recordings.of(kind)).recorded().kinds())
          .isEqualTo(Recordings.of(kind));
    }
  }

  @Test
  void areNotNumbersWhereTheNetworkIsLost() {
    Hyperparameters h =
        Hyperparameters.builder()
            .weightScale(WeightScale.of(1e200))
            .hidden(List.of(5, 5))
            .learningRate(10)
            .build();

    Recorded recorded = train(h, 3, ALL).recorded();

    assertThat(gradients(recorded, Network.PLAIN, 2))
        .hasSize(3)
        .allMatch(g -> Double.isNaN(g.norm()) && Double.isNaN(g.updateRatio()));
    assertThat(landscape(recorded, Network.PLAIN, 2).losses())
        .hasSize(5)
        .allMatch(loss -> loss.isNaN());
    assertThat(landscape(recorded, Network.PLAIN, 2).smoothness()).isNaN();
  }
}
