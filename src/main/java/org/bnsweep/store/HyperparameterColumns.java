package org.bnsweep.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.OptimizerKind;

/**
 * The settings of a trial as columns, the same in every table.
 *
 * <p>{@code hidden} is a text, {@code 100x100x100}: a list could be neither grouped by nor written
 * to CSV, and with hyphens a spreadsheet would take {@code 10-10-10} for a date.
 */
final class HyperparameterColumns {
  static final String SCHEMA =
      """
        required binary trial_id (STRING);
        required binary weight_init (STRING);
        optional double weight_scale;
        required double learning_rate;
        required int32 batch_size;
        required binary hidden (STRING);
        required binary activation (STRING);
        required double dropout;
        required double weight_decay;
        required binary optimizer (STRING);
        required int32 train_size;
        required int32 epochs;
        required int64 seed;
      """;

  private static final MessageType COLUMNS =
      MessageTypeParser.parseMessageType("message settings {\n" + SCHEMA + "}");

  private HyperparameterColumns() {}

  /** Whether {@code column} is one of them. */
  static boolean has(String column) {
    return COLUMNS.containsField(column);
  }

  static void write(Row row, String id, Hyperparameters h, int trainSize, int epochs) {
    row.set("trial_id", id);
    row.set("weight_init", word(h.weightScale().init()));
    if (h.weightScale().init() == WeightScale.Init.NORMAL) {
      row.set("weight_scale", h.weightScale().scale());
    } else {
      row.unset("weight_scale");
    }
    row.set("learning_rate", h.learningRate());
    row.set("batch_size", h.batchSize());
    row.set("hidden", hidden(h.hidden()));
    row.set("activation", h.activation().word());
    row.set("dropout", h.dropout());
    row.set("weight_decay", h.weightDecay());
    row.set("optimizer", h.optimizer().word());
    row.set("train_size", trainSize);
    row.set("epochs", epochs);
    row.set("seed", h.seed());
  }

  /**
   * @throws IllegalArgumentException if a value is none that {@link #write} writes
   */
  static Hyperparameters read(Row row) {
    WeightScale.Init init = constant(WeightScale.Init.class, row.text("weight_init"));
    double scale = row.isNull("weight_scale") ? Double.NaN : row.real("weight_scale");
    return new Hyperparameters(
        new WeightScale(init, scale),
        row.real("learning_rate"),
        row.integer("batch_size"),
        widths(row.text("hidden")),
        constant(Activation.class, row.text("activation")),
        row.real("dropout"),
        row.real("weight_decay"),
        constant(OptimizerKind.class, row.text("optimizer")),
        row.whole("seed"));
  }

  static String word(WeightScale.Init init) {
    return init.name().toLowerCase(Locale.ROOT);
  }

  static String hidden(List<Integer> widths) {
    return widths.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  private static List<Integer> widths(String hidden) {
    return Arrays.stream(hidden.split("x", -1)).map(Integer::valueOf).toList();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
