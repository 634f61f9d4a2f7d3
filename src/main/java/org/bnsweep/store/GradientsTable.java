package org.bnsweep.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.table.HyperparameterColumns;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Network;
import org.bnsweep.train.WeightGradient;

/**
 * The table {@code gradients.parquet}: a row per trial, network, epoch and weight matrix, in the
 * grid's order.
 */
final class GradientsTable implements TrialTable<TableWriter> {
  static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message gradients {\n"
              + HyperparameterColumns.SCHEMA
              + """
                required binary network (STRING);
                required int32 epoch;
                required int32 layer;
                required double gradient_norm;
                required double update_ratio;
              }
              """);

  /** What {@link #read} needs besides the trial's id. */
  static final List<String> READ =
      List.of("network", "epoch", "layer", "gradient_norm", "update_ratio");

  private final Row row = new Row(SCHEMA);

  @Override
  public void add(RecordedTrial trial, Optional<PairFigures> figures, TableWriter out)
      throws IOException {
    for (WeightGradient gradient : trial.recorded().gradients()) {
      TrialTable.start(row, trial);
      row.set("network", trial.word(gradient.network()));
      row.set("epoch", gradient.epoch());
      row.set("layer", gradient.layer());
      row.set("gradient_norm", gradient.norm());
      row.set("update_ratio", gradient.updateRatio());
      out.write(row);
    }
  }

  /** What a row says. */
  static WeightGradient read(Row from) {
    return new WeightGradient(
        Network.of(from.text("network")),
        from.integer("epoch"),
        from.integer("layer"),
        from.real("gradient_norm"),
        from.real("update_ratio"));
  }
}
