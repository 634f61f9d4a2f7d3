package org.bnsweep.store;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.train.Hyperparameters;

/** The settings of a trial as the first columns of a CSV file. */
final class HyperparameterCsv {
  static final List<String> SETTINGS =
      List.of(
          "weight_init",
          "weight_scale",
          "learning_rate",
          "batch_size",
          "hidden",
          "activation",
          "dropout",
          "weight_decay",
          "optimizer",
          "train_size",
          "epochs");

  static final List<String> COLUMNS =
      Stream.of(List.of("trial_id"), SETTINGS, List.of("seed")).flatMap(List::stream).toList();

  private HyperparameterCsv() {}

  static void write(CsvWriter csv, RecordedTrial trial) throws IOException {
    csv.text(trial.trial().id());
    writeSettings(csv, trial.trial().hyperparameters(), trial.trainSize(), trial.epochs());
    csv.number(trial.trial().hyperparameters().seed());
  }

  /** All but the seed. */
  static void writeSettings(CsvWriter csv, Hyperparameters h, int trainSize, int epochs)
      throws IOException {
    WeightScale weightScale = h.weightScale();
    csv.text(HyperparameterColumns.word(weightScale.init()));
    csv.number(weightScale.init() == WeightScale.Init.NORMAL ? weightScale.scale() : Double.NaN);
    csv.number(h.learningRate());
    csv.number(h.batchSize());
    csv.text(HyperparameterColumns.hidden(h.hidden()));
    csv.text(h.activation().word());
    csv.number(h.dropout());
    csv.number(h.weightDecay());
    csv.text(h.optimizer().word());
    csv.number(trainSize);
    csv.number(epochs);
  }
}
