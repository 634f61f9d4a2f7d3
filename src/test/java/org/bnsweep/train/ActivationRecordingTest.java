package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bnsweep.data.Dataset;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.Tensor;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationRecordingTest {
  private static final Dataset DATA = Data.of(120, 60);

  private static Hyperparameters settings(double scale, Activation activation, double dropout) {
    return Hyperparameters.builder()
        .weightScale(WeightScale.of(scale))
        .batchSize(30)
        .hidden(List.of(20, 15, 10))
        .activation(activation)
        .dropout(dropout)
        .seed(3)
        .build();
  }

  private static PairResult train(Hyperparameters h, int epochs, ActivationRecording recording) {
    try (PairTrainer trainer = new PairTrainer(new TrainingData(DATA))) {
      return trainer.train(h, epochs, recording);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, '0'", "2, '0,1'", "3, '0,1,2'", "20, '0,10,19'"})
  void keepsTheFirstTheMiddleAndTheLastEpoch(int epochs, String expected) {
    assertThat(ActivationRecording.ON.epochs(epochs)).containsExactly(numbers(expected));
    assertThat(ActivationRecording.OFF.epochs(epochs)).isEmpty();
  }

  private static int[] numbers(String list) {
    return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void changesNoNumberOfTheTraining(Activation activation) {
    for (double scale : new double[] {1e-4, 0.1, 1e308}) {
      Hyperparameters h = settings(scale, activation, 0.3);

      PairResult off = train(h, 5, ActivationRecording.OFF);
      PairResult on = train(h, 5, ActivationRecording.ON);

      assertThat(on.curves()).isEqualTo(off.curves());
      assertThat(off.activations()).isEmpty();
      assertThat(on.activations()).isNotEmpty();
    }
  }

  @Test
  void keepsEveryLayerOfBothNetworksInOrder() {
    List<LayerActivations> all =
        train(settings(0.1, Activation.RELU, 0), 5, ActivationRecording.ON).activations();

    assertThat(all)
        .extracting(a -> a.network().word() + " " + a.epoch() + " " + a.layer())
        .containsExactly(
            "bn 0 1",
            "bn 0 2",
            "bn 0 3",
            "bn 2 1",
            "bn 2 2",
            "bn 2 3",
            "bn 4 1",
            "bn 4 2",
            "bn 4 3",
            "plain 0 1",
            "plain 0 2",
            "plain 0 3",
            "plain 2 1",
            "plain 2 2",
            "plain 2 3",
            "plain 4 1",
            "plain 4 2",
            "plain 4 3");
    int[] widths = {20, 15, 10};
    for (LayerActivations a : all) {
      int sum = IntStream.range(0, a.histogram().size()).map(a.histogram()::count).sum();
      assertThat(sum).isEqualTo(30 * widths[a.layer() - 1]);
    }
  }

  /** The reason Batch Normalization helps: small weights leave nothing of a deep signal. */
  @Test
  void spreadCollapsesWithoutBatchNormalizationAndStaysWithIt() {
    List<LayerActivations> all =
        train(settings(0.01, Activation.RELU, 0), 1, ActivationRecording.ON).activations();

    // Of a standard normal number x, max(x, 0) has variance 1/2 - 1/(2 pi): 0.58 squared.
    assertThat(all.subList(0, 3)).allSatisfy(a -> assertThat(a.std()).isBetween(0.4, 0.7));
    assertThat(all.get(3).std()).isBetween(1e-2, 1e-1);
    assertThat(all.get(5).std()).isBetween(1e-6, 1e-3);
  }

  @Test
  void dropoutIsNotAnActivation() {
    List<LayerActivations> kept =
        train(settings(0.1, Activation.SIGMOID, 0.9), 1, ActivationRecording.ON).activations();

    assertThat(kept).allSatisfy(a -> assertThat(a.histogram().bin(0)).isGreaterThan(0));
  }

  /** Nothing is left to see of it: every number behind its first layer is NaN. */
  @Test
  void aLostNetworkHasActivationsOnlyUntilItIsLost() {
    List<LayerActivations> plain =
        train(settings(1e308, Activation.RELU, 0), 5, ActivationRecording.ON).activations().stream()
            .filter(a -> a.network() == Network.PLAIN)
            .toList();

    assertThat(plain).extracting(LayerActivations::epoch).containsOnly(0);
    Histogram last = plain.get(2).histogram();
    assertThat(last.bin(last.size() - 1)).isEqualTo(Histogram.NOT_A_NUMBER);
    assertThat(plain.get(2).std()).isNaN();
  }

  @Test
  void summarizesALayer() {
    Tensor activations = Tensor.of(new double[] {0, 1, 0, 0, 3, 0, 99}, 2, 3);

    LayerActivations layer = LayerActivations.of(Network.NORMALIZED, 2, 7, activations);

    assertThat(layer.network()).isEqualTo(Network.NORMALIZED);
    assertThat(layer.layer()).isEqualTo(2);
    assertThat(layer.epoch()).isEqualTo(7);
    assertThat(layer.mean()).isCloseTo(4 / 6.0, offset(1e-15));
    assertThat(layer.std()).isCloseTo(Math.sqrt(10 / 6.0 - 16 / 36.0), offset(1e-15));
    assertThat(layer.deadShare()).isEqualTo(2 / 3.0);
    assertThat(layer.histogram())
        .isEqualTo(Histogram.of(new int[] {0, 130, 133}, new int[] {4, 1, 1}));
  }
}
