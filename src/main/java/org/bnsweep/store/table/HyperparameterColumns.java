package org.bnsweep.store.table;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnsweep.settings.Column;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;

/**
 * The settings of a trial as columns, the same in every table: its id, each hyperparameter, and
 * what the run gives to all of its trials, before the seed.
 */
public final class HyperparameterColumns {
  public static final String SCHEMA = schema();

  private static final Set<String> NAMES =
      Arrays.stream(Hyperparameter.values())
          .flatMap(setting -> setting.columns().stream())
          .map(Column::name)
          .collect(Collectors.toUnmodifiableSet());

  private HyperparameterColumns() {}

  private static String schema() {
    return "required binary trial_id (STRING);\n"
        + Arrays.stream(Hyperparameter.values())
            .map(setting -> beforeIt(setting) + columns(setting))
            .collect(Collectors.joining());
  }

  private static String beforeIt(Hyperparameter setting) {
    return setting == Hyperparameter.SEED
        ? "required int32 train_size;\nrequired int32 epochs;\n"
        : "";
  }

  private static String columns(Hyperparameter setting) {
    return setting.columns().stream()
        .map(HyperparameterColumns::declaration)
        .collect(Collectors.joining());
  }

  /** Whether {@code column} is one of them; their numbers are never NaN. */
  static boolean has(String column) {
    return NAMES.contains(column);
  }

  private static String declaration(Column column) {
    String presence = column.presence() == Column.Presence.REQUIRED ? "required" : "optional";
    return switch (column.type()) {
      case TEXT -> presence + " binary " + column.name() + " (STRING);\n";
      case REAL -> presence + " double " + column.name() + ";\n";
      case INTEGER -> presence + " int32 " + column.name() + ";\n";
      case LONG -> presence + " int64 " + column.name() + ";\n";
    };
  }

  public static void write(Row row, String id, Hyperparameters trial, int trainSize, int epochs) {
    row.set("trial_id", id);
    for (Hyperparameter setting : Hyperparameter.values()) {
      setting.write(trial, row);
    }
    row.set("train_size", trainSize);
    row.set("epochs", epochs);
  }
}
