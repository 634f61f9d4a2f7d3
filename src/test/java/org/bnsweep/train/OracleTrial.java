package org.bnsweep.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.Normalization;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.reference.References;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.settings.OptimizerKind;

/**
 * A trial that was trained in NumPy, with all that can be an axis of a grid.
 *
 * @param name the settings that are not the default experiment's
 * @param curves what both networks did in NumPy; missing where NumPy answers differently on another
 *     CPU kernel, without losses where only these differ
 */
record OracleTrial(
    String name, Hyperparameters hyperparameters, int epochs, int trainSize, JsonNode curves) {
  static final int TEST_SIZE = 200;

  static List<OracleTrial> read(String file) {
    return References.elements(References.read(file)).stream().map(OracleTrial::of).toList();
  }

  private static OracleTrial of(JsonNode trial) {
    Hyperparameters hyperparameters =
        Hyperparameters.builder()
            .weightScale(weightScale(trial.get("weight_scale").asText()))
            .learningRate(trial.get("learning_rate").asDouble())
            .batchSize(trial.get("batch_size").asInt())
            .hidden(Arrays.stream(References.ints(trial.get("hidden"))).boxed().toList())
            .activation(
                Activation.valueOf(trial.get("activation").asText().toUpperCase(Locale.ROOT)))
            .dropout(trial.get("dropout").asDouble())
            .weightDecay(trial.get("weight_decay").asDouble())
            .optimizer(
                OptimizerKind.valueOf(trial.get("optimizer").asText().toUpperCase(Locale.ROOT)))
            .normalization(NormalizationKind.valueOf(word(trial, Hyperparameter.NORMALIZATION)))
            .normPosition(Normalization.Position.valueOf(word(trial, Hyperparameter.NORM_POSITION)))
            .normEpsilon(trial.path("norm_epsilon").asDouble(Normalization.EPSILON))
            .bnMomentum(trial.path("bn_momentum").asDouble(Normalization.Batch.MOMENTUM))
            .seed(trial.get("seed").asLong())
            .build();
    int trainSize = trial.get("train_size").asInt();
    return new OracleTrial(
        hyperparameters + ", train_size " + trainSize,
        hyperparameters,
        trial.get("epochs").asInt(),
        trainSize,
        trial.path("curves"));
  }

  private static String word(JsonNode trial, Hyperparameter setting) {
    return trial
        .path(setting.word())
        .asText(setting.text(setting.byDefault()))
        .toUpperCase(Locale.ROOT);
  }

  private static WeightScale weightScale(String text) {
    return Character.isLetter(text.charAt(0))
        ? WeightScale.named(text)
        : WeightScale.of(Double.parseDouble(text));
  }

  boolean stable() {
    return curves.has("plain");
  }

  /**
   * What differs from NumPy, a line each: accuracies by a bit, losses by a relative {@code loss}.
   */
  List<String> differences(PairCurves actual, double loss) {
    List<String> differences = new ArrayList<>();
    for (Network network : Network.values()) {
      JsonNode expected = curves.get(network.word(hyperparameters.normalization()));
      NetworkCurve curve = actual.of(network);
      List<Point> points = curve.points();
      int epochs = expected.get("train_accuracy").size();
      check(differences, network, "points", points.size(), epochs, 0);
      int diverged = expected.get("diverged_epoch").asInt();
      check(differences, network, "diverged_epoch", curve.divergedEpoch(), diverged, 0);
      for (int epoch = 0; epoch < points.size(); epoch++) {
        Point point = points.get(epoch);
        String at = " of epoch " + epoch;
        double train = expected.get("train_accuracy").get(epoch).asDouble();
        check(differences, network, "train_accuracy" + at, point.trainAccuracy(), train, 0);
        double test = expected.get("test_accuracy").get(epoch).asDouble();
        check(differences, network, "test_accuracy" + at, point.testAccuracy(), test, 0);
        if (expected.hasNonNull("train_loss")) {
          double trainLoss = expected.get("train_loss").get(epoch).asDouble();
          check(differences, network, "train_loss" + at, point.trainLoss(), trainLoss, loss);
        }
      }
    }
    return differences;
  }

  private static void check(
      List<String> differences,
      Network network,
      String what,
      double actual,
      double expected,
      double relative) {
    boolean same =
        Double.compare(actual, expected) == 0
            || Math.abs(actual - expected) <= relative * Math.abs(expected);
    if (!same) {
      differences.add(network.word() + " " + what + ": " + actual + " instead of " + expected);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
