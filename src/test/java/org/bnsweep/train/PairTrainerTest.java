package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Samples;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.Architecture;
import org.bnsweep.nn.Inputs;
import org.bnsweep.nn.Mlp;
import org.bnsweep.nn.Normalization;
import org.bnsweep.nn.Tensor;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.random.NumpyRandom;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.OptimizerKind;
import org.bnsweep.train.optimizer.Optimizer;
import org.junit.jupiter.api.Test;

class PairTrainerTest {
  private static final int EPOCHS = 4;
  private static final Dataset DATA = Data.of(120, 60);

  private static Hyperparameters settings(
      String scale, double learningRate, int batch, List<Integer> hidden, double dropout) {
    return Hyperparameters.builder()
        .weightScale(
            Character.isLetter(scale.charAt(0))
                ? WeightScale.named(scale)
                : WeightScale.of(Double.parseDouble(scale)))
        .learningRate(learningRate)
        .batchSize(batch)
        .hidden(hidden)
        .dropout(dropout)
        .optimizer(OptimizerKind.ADAM)
        .seed(3)
        .build();
  }

  private static final Hyperparameters A = settings("he", 0.01, 30, List.of(20, 10), 0.2);
  private static final Hyperparameters B = settings("0.1", 0.01, 50, List.of(40), 0);
  private static final Hyperparameters C = settings("xavier", 0.1, 7, List.of(20, 10), 0.2);

  @Test
  void aTrialDoesNotDependOnTheTrialsBefore() {
    PairCurves alone;
    try (PairTrainer trainer = new PairTrainer(new TrainingData(DATA))) {
      alone = trainer.train(A, EPOCHS);
    }
    try (PairTrainer trainer = new PairTrainer(new TrainingData(DATA))) {
      for (Hyperparameters before :
          List.of(A, B, C, settings("1e300", 1, 99, List.of(20, 10), 0))) {
        trainer.train(before, 2);
        assertThat(trainer.train(A, EPOCHS)).isEqualTo(alone);
      }
    }
  }

  @Test
  void aTrainerCanBeUsedAfterClosing() {
    PairTrainer trainer = new PairTrainer(new TrainingData(DATA));
    PairCurves first;
    try (trainer) {
      first = trainer.train(A, 2);
    }

    try (trainer) {
      assertThat(trainer.train(A, 2)).isEqualTo(first);
    }
  }

  @Test
  void aTrialDoesNotDependOnItsThread() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (TrainerPool pool = new TrainerPool(DATA)) {
      List<PairCurves> alone =
          List.of(pool.train(A, EPOCHS), pool.train(B, EPOCHS), pool.train(C, EPOCHS));
      List<Callable<PairCurves>> trials = new ArrayList<>();
      List<PairCurves> expected = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Hyperparameters h = List.of(A, B, C).get(i % 3);
        trials.add(() -> pool.train(h, EPOCHS));
        expected.add(alone.get(i % 3));
      }

      List<PairCurves> actual = new ArrayList<>();
      for (Future<PairCurves> trial : threads.invokeAll(trials)) {
        actual.add(trial.get());
      }

      assertThat(actual).isEqualTo(expected);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aShorterTrialIsTheStartOfALongerOne() {
    try (PairTrainer trainer = new PairTrainer(new TrainingData(DATA))) {
      assertThat(trainer.train(A, 5).normalized().points().subList(0, 2))
          .isEqualTo(trainer.train(A, 2).normalized().points());
    }
  }

  /** 120 samples in batches of 50 are 2.4 iterations, so 3 an epoch. */
  @Test
  void takesAPointAfterTheFirstIterationOfEveryEpoch() {
    try (PairTrainer trainer = new PairTrainer(new TrainingData(DATA))) {
      PairCurves curves = trainer.train(B, 3);

      for (Network network : Network.values()) {
        assertThat(curves.of(network).points()).extracting(Point::epoch).containsExactly(0, 1, 2);
        assertThat(curves.of(network).points())
            .extracting(Point::iteration)
            .containsExactly(0, 3, 6);
      }
    }
  }

  @Test
  void hasNoTestAccuracyWithoutTestSamples() {
    try (PairTrainer trainer = new PairTrainer(new TrainingData(Data.train(50)))) {
      assertThat(trainer.train(A, 2).normalized().points())
          .extracting(Point::testAccuracy)
          .containsOnly(Double.NaN);
    }
  }

  /** The same trial by hand on all 784 pixels, through the public parts of {@code nn}. */
  @Test
  void pointsAreWhatTheNetworksAnswer() {
    Samples train = DATA.train();
    Hyperparameters h = settings("he", 0.01, train.count(), List.of(20, 10), 0);
    NumpyRandom random = new NumpyRandom(h.seed());
    try (Mlp bn = network(Normalization.BATCH);
        Mlp plain = network(Normalization.NONE);
        PairTrainer trainer = new PairTrainer(new TrainingData(DATA))) {
      PairCurves curves = trainer.train(h, 3);
      List<Mlp> networks = List.of(bn, plain);
      networks.forEach(network -> network.initialize(h.weightScale(), random));
      List<Optimizer> optimizers =
          networks.stream()
              .map(n -> Optimizer.of(h.optimizer(), h.learningRate(), n.parameters()))
              .toList();
      for (int epoch = 0; epoch < 3; epoch++) {
        int[] rows = new int[train.count()];
        random.choice(train.count(), rows);
        for (int k = 0; k < 2; k++) {
          Mlp network = networks.get(k);
          double loss = network.gradient(pixels(train, rows), labels(train, rows));
          optimizers.get(k).update();

          Point point = List.of(curves.normalized(), curves.plain()).get(k).points().get(epoch);
          assertThat(point.trainLoss()).isCloseTo(loss, offset(1e-9));
          assertThat(point.trainAccuracy()).isEqualTo(accuracy(network, train));
          assertThat(point.testAccuracy()).isEqualTo(accuracy(network, DATA.test()));
        }
      }
    }
  }

  private static Mlp network(Normalization normalization) {
    return new Mlp(
        new Architecture(
            Inputs.all(784), List.of(20, 10), 10, Activation.RELU, normalization, 0, 0));
  }

  private static double accuracy(Mlp network, Samples samples) {
    int[] all = IntStream.range(0, samples.count()).toArray();
    return network.accuracy(pixels(samples, all), labels(samples, all));
  }

  private static Tensor pixels(Samples samples, int[] rows) {
    double[] x = new double[rows.length * 784];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < 784; j++) {
        x[784 * i + j] = samples.value(rows[i], j);
      }
    }
    return Tensor.of(x, rows.length, 784);
  }

  private static int[] labels(Samples samples, int[] rows) {
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = samples.label(rows[i]);
    }
    return labels;
  }

  /** The sums have another length and may differ in a last bit, hence the losses' tolerance. */
  @Test
  void pixelsThatAreAlwaysZeroMakeNoDifference() {
    TrainingData data = new TrainingData(DATA);
    assertThat(data.compact().inputs().count()).isLessThan(784);
    assertThat(data.full().inputs().count()).isEqualTo(784);
    try (PairTrainer trainer = new PairTrainer(data)) {
      for (Hyperparameters h : List.of(A, B, C)) {
        PairCurves compact = trainer.train(h, EPOCHS, data.compact());
        PairCurves full = trainer.train(h, EPOCHS, data.full());
        for (Network network : Network.values()) {
          for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Point left = compact.of(network).points().get(epoch);
            Point right = full.of(network).points().get(epoch);
            assertThat(left.trainLoss()).isCloseTo(right.trainLoss(), offset(1e-9));
            assertThat(left.trainAccuracy()).isEqualTo(right.trainAccuracy());
            assertThat(left.testAccuracy()).isEqualTo(right.testAccuracy());
          }
        }
      }
    }
  }

  @Test
  void keepsThePixelsThatAreAlwaysZeroWhereTheirWeightsCount() {
    TrainingData data = new TrainingData(DATA);
    Hyperparameters decayed =
        Hyperparameters.builder()
            .weightScale(WeightScale.named("he"))
            .batchSize(10)
            .hidden(List.of(3))
            .weightDecay(1e-4)
            .build();

    assertThat(data.suitedTo(A)).isSameAs(data.compact());
    assertThat(data.suitedTo(settings("1e300", 1, 1, List.of(1), 0))).isSameAs(data.compact());
    assertThat(data.suitedTo(settings("1e308", 1, 1, List.of(1), 0))).isSameAs(data.full());
    assertThat(data.suitedTo(decayed)).isSameAs(data.full());
  }

  /** Weights of 1e308 overflow in the first product; NaN answers class 0. */
  @Test
  void aLostNetworkAnswersClassZeroToTheEnd() {
    try (PairTrainer trainer = new PairTrainer(new TrainingData(DATA))) {
      NetworkCurve curve = trainer.train(settings("1e308", 0.01, 30, List.of(20), 0), 6).plain();

      assertThat(curve.diverged()).isTrue();
      assertThat(curve.divergedEpoch()).isZero();
      assertThat(curve.points()).hasSize(6);
      assertThat(curve.points()).extracting(Point::trainLoss).containsOnly(Double.NaN);
      assertThat(curve.points())
          .extracting(Point::trainAccuracy)
          .containsOnly(shareOfZeros(DATA.train()));
      assertThat(curve.points())
          .extracting(Point::testAccuracy)
          .containsOnly(shareOfZeros(DATA.test()));
    }
  }

  private static double shareOfZeros(Samples samples) {
    int zeros = 0;
    for (int i = 0; i < samples.count(); i++) {
      zeros += samples.label(i) == 0 ? 1 : 0;
    }
    return (double) zeros / samples.count();
  }

  @Test
  void aTrialThatStaysFiniteNeverDiverged() {
    try (PairTrainer trainer = new PairTrainer(new TrainingData(DATA))) {
      assertThat(trainer.train(A, 2).normalized().divergedEpoch()).isEqualTo(NetworkCurve.NEVER);
      assertThat(trainer.train(A, 2).normalized().diverged()).isFalse();
    }
  }

  @Test
  void aPoolTrainsOnlyOnItsOwnSamples() {
    try (TrainerPool pool = new TrainerPool(DATA)) {
      assertThat(pool.trainsOn(Data.of(120, 60))).isTrue();
      assertThat(pool.trainsOn(Data.of(120, 59))).isFalse();
    }
  }
}
