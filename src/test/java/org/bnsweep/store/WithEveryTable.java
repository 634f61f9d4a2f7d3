package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.PROVENANCE;
import static org.bnsweep.store.TestTrials.WITH_ACTIVATIONS;
import static org.bnsweep.store.TestTrials.id;
import static org.bnsweep.store.TestTrials.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.OptimizerKind;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Recorded;
import org.junit.jupiter.api.BeforeEach;

/** A test with a run that has every table and strange numbers. */
abstract class WithEveryTable extends InRunFolder {
  /** Rows enough for several pages. */
  private static final int TRIALS = 3500;

  private static final List<Double> STRANGE =
      List.of(
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          -0.0,
          0.0);

  /** Its Parquet files. */
  List<Path> tables = List.of();

  /** Parts of one trial each that have little, one of many trials, and the tables of all. */
  @BeforeEach
  void writeARun() throws IOException {
    TrialResult[] plain =
        IntStream.range(3, TRIALS).mapToObj(TestTrials::result).toArray(TrialResult[]::new);
    record(recorded(0), TestTrials.failed(1, "größer\n\"x\" 数"), strange());
    recordTogether(plain);
    try (RunFolder open = open()) {
      open.finish(
          open.ledger(PROVENANCE),
          TestTrials.grid(TRIALS, i -> i == 2 ? strange().trial() : TestTrials.trial(i)),
          WITH_ACTIVATIONS);
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      tables = walk.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
    assertThat(tables).hasSizeGreaterThanOrEqualTo(6);
  }

  /** Settings at their limits; losses and activations at theirs; a layer without activations. */
  private static TrialResult strange() {
    Hyperparameters settings =
        Hyperparameters.builder()
            .weightScale(WeightScale.named("he"))
            .learningRate(Double.MIN_VALUE)
            .batchSize(100_000)
            .hidden(List.of(10))
            .activation(Activation.SIGMOID)
            .weightDecay(Double.MAX_VALUE)
            .optimizer(OptimizerKind.ADAM)
            .seed(4294967295L)
            .build();
    List<Point> points = new ArrayList<>();
    List<LayerActivations> layers = new ArrayList<>();
    for (int i = 0; i < STRANGE.size(); i++) {
      double loss = STRANGE.get(i);
      points.add(new Point(i, 2 * i, loss, 0.5, i % 2 == 0 ? Double.NaN : 0.25));
      Histogram histogram =
          i == 0 ? Histogram.of(new int[0], new int[0]) : Histogram.of(new double[] {loss, -1}, 2);
      layers.add(new LayerActivations(Network.NORMALIZED, 1, i, loss, -loss, 0, histogram));
    }
    return new TrialResult(
        new Trial(id(2), settings),
        new Trained(
            new PairCurves(new NetworkCurve(points, 0), TestTrials.divergedCurve(1, 0.25, 0.125)),
            Recorded.of(layers),
            new Arithmetic("04845bb0801d", "SkylakeX", "linux-x86_64")),
        Double.MIN_VALUE);
  }
}
