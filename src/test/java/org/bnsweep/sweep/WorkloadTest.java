package org.bnsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {
  /** The default experiment's. */
  private static final Workload DEFAULT =
      new Workload(SampleShape.MNIST, 1000, 0, 20, Recordings.NONE);

  private static Grid grid(Axis... varying) {
    return Grid.product(GridTest.axes(varying), List.of(), Optional.empty());
  }

  private static final Axis BOOK =
      new Axis(Hyperparameter.HIDDEN, List.of(List.of(100, 100, 100, 100, 100)));

  @ParameterizedTest
  @CsvSource({"1000, 100, 20, 191", "300, 100, 1, 1", "301, 100, 3, 9", "10, 100, 5, 5"})
  void theLastEpochHasOneUpdate(int trainSize, int batchSize, int epochs, long iterations) {
    assertThat(
            new Workload(SampleShape.MNIST, trainSize, 0, epochs, Recordings.NONE)
                .iterations(batchSize))
        .isEqualTo(iterations);
  }

  @Test
  void countsTheProductsOfTheDefaultPair() {
    // 119,400 weights, 78,400 of them in the first layer. An update of 100 samples: forward, the
    // weights' gradients, the inputs' but the first layer's; two operations per weight and sample.
    double update = 2.0 * 100 * (119_400 + 119_400 + (119_400 - 78_400));
    double evaluation = 2.0 * 1000 * 119_400;

    assertThat(DEFAULT.flops(grid(BOOK).get(0))).isEqualTo(2 * (191 * update + 20 * evaluation));
  }

  @Test
  void testSamplesAreEvaluatedToo() {
    Workload tested = new Workload(SampleShape.MNIST, 1000, 500, 20, Recordings.NONE);

    assertThat(tested.flops(grid(BOOK).get(0)) - DEFAULT.flops(grid(BOOK).get(0)))
        .isEqualTo(2 * 20 * 2.0 * 500 * 119_400);
    assertThat(tested.broadcastBytes()).isEqualTo(1500 * 785);
  }

  @Test
  void recordingsAreWorkAndResultsToo() {
    Hyperparameters trial = grid(BOOK).get(0);
    double gradient = 2.0 * 100 * 119_400;
    double step = 2.0 * 100 * (119_400 + 119_400 + (119_400 - 78_400));

    assertThat(DEFAULT.points(trial)).isEqualTo(40);
    assertThat(keeping(Recording.ACTIVATIONS).points(trial)).isEqualTo(40 + 36 * 5);
    assertThat(keeping(Recording.GRADIENTS).points(trial)).isEqualTo(40 + 40 * 6);
    assertThat(keeping(Recording.LANDSCAPE).points(trial)).isEqualTo(40 + 40 * 5);
    assertThat(keeping(Recording.values()).points(trial)).isEqualTo(36 * 5 + 40 + 40 * (6 + 5));
    assertThat(keeping(Recording.ACTIVATIONS).flops(trial)).isEqualTo(DEFAULT.flops(trial));
    assertThat(keeping(Recording.GRADIENTS).flops(trial))
        .isEqualTo(DEFAULT.flops(trial) + 2 * 20 * gradient);
    assertThat(keeping(Recording.LANDSCAPE).flops(trial))
        .isEqualTo(DEFAULT.flops(trial) + 2 * 20 * (gradient + 5 * step));
  }

  private static Workload keeping(Recording... kinds) {
    return new Workload(SampleShape.MNIST, 1000, 0, 20, Recordings.of(kinds));
  }

  @Test
  void addsUpAGrid() {
    WorkEstimate work = DEFAULT.of(grid(BOOK, GridTest.seeds(16)));

    assertThat(work.trials()).isEqualTo(16);
    assertThat(work.countedTrials()).isEqualTo(16);
    assertThat(work.flopsPerTrial()).isEqualTo(DEFAULT.flops(grid(BOOK).get(0)));
    assertThat(work.largestNetworkWeights()).isEqualTo(119_400);
    assertThat(work.outputRows()).isEqualTo(640);
    assertThat(work.outputBytes()).isEqualTo(5400 + 640 * 10 + 16 * 32);
    assertThat(work.broadcastBytes()).isEqualTo(785_000);
    assertThat(work.secondsPerTrial(0.5, work.flopsPerTrial() / 2)).isEqualTo(1);
  }

  @Test
  void findsTheLargestNetwork() {
    Axis hidden = new Axis(Hyperparameter.HIDDEN, List.of(List.of(1), List.of(10, 20), List.of(5)));

    assertThat(DEFAULT.of(grid(hidden)).largestNetworkWeights())
        .isEqualTo(784 * 10 + 10 * 20 + 20 * 10);
  }

  @Test
  void estimatesTenMillionTrialsFromASample() {
    Axis hidden = new Axis(Hyperparameter.HIDDEN, List.of(List.of(10), List.of(30)));
    Axis rates =
        new Axis(
            Hyperparameter.WEIGHT_DECAY,
            new GeneratedValues(
                Hyperparameter.WEIGHT_DECAY,
                NumberSequence.range(
                    BigDecimal.ZERO, BigDecimal.valueOf(5_000_000), BigDecimal.ONE)));
    Grid large = grid(hidden, rates);
    double mean = (DEFAULT.flops(large.get(0)) + DEFAULT.flops(large.get(9_999_999))) / 2;

    Duration bar = Duration.ofSeconds(3);
    Duration cost =
        CpuTime.least(bar, () -> assertThat(DEFAULT.of(large).outputRows()).isEqualTo(400_000_000));
    WorkEstimate work = DEFAULT.of(large);

    assertThat(work.countedTrials()).isLessThan(work.trials());
    // Half a million draws of two values that differ by half: within 0.1 % of the mean.
    assertThat(work.flopsPerTrial()).isCloseTo(mean, Percentage.withPercentage(0.5));
    // The plan's promise is 3 s for all it does.
    assertThat(cost).isLessThan(bar);
  }

  @Test
  void refusesSizesOutOfRange() {
    assertThatThrownBy(() -> new Workload(SampleShape.MNIST, 0, 0, 20, Recordings.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sizes are [0, 0, 20], must be 1 or more, test samples 0 or more");
  }
}
