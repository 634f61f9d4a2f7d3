package org.bnsweep.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.settings.Column;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.store.table.CsvWriter;
import org.bnsweep.store.trial.RecordedTrial;

/** The settings of a trial as the first columns of a CSV file. */
final class HyperparameterCsv {
  /** All that a setting has: everything but the seed, over which a setting is averaged. */
  private static final List<Hyperparameter> OF_A_SETTING =
      Arrays.stream(Hyperparameter.values()).filter(h -> h != Hyperparameter.SEED).toList();

  static final List<String> SETTINGS =
      Stream.concat(
              OF_A_SETTING.stream().flatMap(h -> h.columns().stream()).map(Column::name),
              Stream.of("train_size", "epochs"))
          .toList();

  static final List<String> COLUMNS =
      Stream.of(List.of("trial_id"), SETTINGS, List.of("seed")).flatMap(List::stream).toList();

  private HyperparameterCsv() {}

  static void write(CsvWriter csv, RecordedTrial trial) throws IOException {
    csv.text(trial.trial().id());
    writeSettings(csv, trial.trial().hyperparameters(), trial.trainSize(), trial.epochs());
    Hyperparameter.SEED.write(trial.trial().hyperparameters(), new Fields(csv));
  }

  /** All but the seed. */
  static void writeSettings(CsvWriter csv, Hyperparameters trial, int trainSize, int epochs)
      throws IOException {
    Fields fields = new Fields(csv);
    for (Hyperparameter setting : OF_A_SETTING) {
      setting.write(trial, fields);
    }
    csv.number(trainSize);
    csv.number(epochs);
  }

  /** The fields of a line, in order; their names are in the header. */
  private record Fields(CsvWriter csv) implements Column.Sink<IOException> {
    @Override
    public void text(String column, String value) throws IOException {
      csv.text(value);
    }

    @Override
    public void real(String column, double value) throws IOException {
      csv.number(value);
    }

    @Override
    public void whole(String column, long value) throws IOException {
      csv.number(value);
    }
  }
}
