package org.bnsweep.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Recorded;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;

/** Made-up trials, the same for the same index. */
public final class TestTrials {
  public static final int EPOCHS = 3;
  public static final Configuration CONFIGURATION = new Configuration();
  public static final Provenance PROVENANCE = new Provenance("data-1", "numerics-1", 20, EPOCHS);
  public static final RunDetails DETAILS =
      details(
          "test",
          JsonNodeFactory.instance.objectNode().put("epochs", EPOCHS),
          Map.of("bnsweep", "0.1.0"),
          Instant.parse("2026-01-02T03:04:05Z"),
          Recordings.NONE);

  public static final RunDetails WITH_ACTIVATIONS = keeping(Recordings.of(Recording.ACTIVATIONS));

  private TestTrials() {}

  /** Of a run of a whole grid, which it trains itself on samples that are not known. */
  public static RunDetails details(
      String name,
      JsonNode settings,
      Map<String, String> versions,
      Instant started,
      Recordings recordings) {
    return new RunDetails(
        name,
        settings,
        versions,
        started,
        0,
        recordings,
        "",
        ClassCounts.UNKNOWN,
        Lineage.NONE,
        Optional.empty());
  }

  /** {@link #DETAILS} of a run that keeps {@code recordings}. */
  public static RunDetails keeping(Recordings recordings) {
    return details(
        DETAILS.name(), DETAILS.settings(), DETAILS.versions(), DETAILS.started(), recordings);
  }

  /** The columns of a table of what was recorded. */
  public static MessageType schema(RunFile table) {
    return switch (table) {
      case ACTIVATIONS -> ActivationsTable.SCHEMA;
      case GRADIENTS -> GradientsTable.SCHEMA;
      case LANDSCAPE -> LandscapeTable.SCHEMA;
      default -> throw new IllegalArgumentException(table.fileName());
    };
  }

  public static String id(long index) {
    // Spread over all bits, as a hash is.
    return String.format(
        Locale.ROOT, "%016x%016x", index * 0x9e3779b97f4a7c15L, ~index * 0xc2b2ae3d27d4eb4fL);
  }

  public static Trial trial(long index) {
    double scale = Math.pow(10, -(int) (index % 5));
    return new Trial(id(index), settings(scale, 0.01, index));
  }

  public static Hyperparameters settings(double scale, double learningRate, long seed) {
    return Hyperparameters.builder()
        .weightScale(new WeightScale(WeightScale.Init.NORMAL, scale))
        .learningRate(learningRate)
        .batchSize(10)
        .hidden(List.of(4, 3))
        .dropout(0.25)
        .weightDecay(0.1)
        .seed(seed)
        .build();
  }

  /** Trains nothing: numbers that differ by index, network and epoch. */
  public static TrialResult result(long index) {
    return new TrialResult(
        trial(index),
        Outcomes.trained(new PairCurves(curve(index, 0), curve(index, 0.0625))),
        1.5 + (double) index);
  }

  public static TrialResult failed(long index, String message) {
    return new TrialResult(trial(index), new TrialResult.Failed(message), 0.25);
  }

  /** The trial with activations: collapsed, exploded, and lost after epoch 0 without BN. */
  public static TrialResult recorded(long index) {
    TrialResult result = result(index);
    List<LayerActivations> activations = new ArrayList<>();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int layer = 1; layer <= 2; layer++) {
        int[] counts = {(int) index + 1, layer, 300};
        activations.add(
            new LayerActivations(
                Network.NORMALIZED,
                layer,
                epoch,
                0.25 + (double) index,
                1e-300,
                0.125,
                Histogram.of(new int[] {-7, 0, 130}, counts)));
      }
    }
    Histogram lost =
        Histogram.of(new int[] {Histogram.OVERFLOW, Histogram.NOT_A_NUMBER}, new int[] {1, 70_000});
    activations.add(
        new LayerActivations(Network.PLAIN, 1, 0, Double.POSITIVE_INFINITY, Double.NaN, 0, lost));
    TrialResult.Trained trained = (TrialResult.Trained) result.outcome();
    return new TrialResult(
        result.trial(),
        new TrialResult.Trained(trained.curves(), Recorded.of(activations), Arithmetic.UNKNOWN),
        result.seconds());
  }

  public static NetworkCurve curve(long index, double offset) {
    double[] accuracies = new double[EPOCHS];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      accuracies[epoch] = (int) (index % 7) / 16.0 + epoch / 8.0 + offset;
    }
    return curve(accuracies);
  }

  public static NetworkCurve curve(double... accuracies) {
    return divergedCurve(NetworkCurve.NEVER, accuracies);
  }

  public static NetworkCurve divergedCurve(int divergedEpoch, double... accuracies) {
    List<Point> points = new ArrayList<>();
    for (int epoch = 0; epoch < accuracies.length; epoch++) {
      boolean diverged = divergedEpoch != NetworkCurve.NEVER && epoch >= divergedEpoch;
      double loss = diverged ? Double.NaN : 2.3 / (epoch + 1);
      points.add(new Point(epoch, 2 * epoch, loss, accuracies[epoch], Double.NaN));
    }
    return new NetworkCurve(points, divergedEpoch);
  }

  /** The first {@code size} trials. */
  public static Trials grid(long size) {
    return grid(size, TestTrials::trial);
  }

  public static Trials grid(long size, LongFunction<Trial> trial) {
    return new Grid(size, trial);
  }

  @SuppressWarnings("serial")
  private record Grid(long size, LongFunction<Trial> trial) implements Trials {
    @Override
    public Trial get(long index) {
      return trial.apply(index);
    }
  }
}
