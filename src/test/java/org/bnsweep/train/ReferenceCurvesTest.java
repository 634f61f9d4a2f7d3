package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.reference.References;
import org.bnsweep.settings.Hyperparameters;
import org.junit.jupiter.api.Test;

/** All 1920 points of the default experiment over three seeds, equal to NumPy's with {@code ==}. */
class ReferenceCurvesTest {
  private static final int EPOCHS = 20;

  @Test
  void everyPointIsNumPys() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (TrainerPool pool = new TrainerPool(Data.train(1000))) {
      List<Callable<List<String>>> trials = new ArrayList<>();
      for (int seed = 0; seed < 3; seed++) {
        JsonNode expected = References.read("curves-seed" + seed + ".json");
        double[] scales = References.doubles(expected.get("scales"));
        for (int i = 0; i < scales.length; i++) {
          Hyperparameters h = settings(scales[i], seed);
          JsonNode curves = expected.get("curves").get(i);
          trials.add(() -> compare(h, pool.train(h, EPOCHS), curves));
        }
      }

      List<String> points = new ArrayList<>();
      for (Future<List<String>> trial : threads.invokeAll(trials)) {
        points.addAll(trial.get());
      }

      assertThat(points).hasSize(1920).allMatch(point -> point.endsWith("equal"));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Hyperparameters settings(double scale, long seed) {
    return Hyperparameters.builder().weightScale(WeightScale.of(scale)).seed(seed).build();
  }

  private static List<String> compare(Hyperparameters h, PairCurves actual, JsonNode expected) {
    List<String> points = new ArrayList<>();
    for (Network network : Network.values()) {
      double[] numPys = References.doubles(expected.get(network.word()));
      assertThat(actual.of(network).points()).hasSize(numPys.length);
      for (Point point : actual.of(network).points()) {
        double reference = numPys[point.epoch()];
        points.add(
            h.seed()
                + " "
                + h.weightScale()
                + " "
                + network.word()
                + " "
                + point.epoch()
                + (point.trainAccuracy() == reference
                    ? " equal"
                    : " " + point.trainAccuracy() + " instead of " + reference));
      }
    }
    return points;
  }
}
