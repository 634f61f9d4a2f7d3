package org.bnsweep.store;

import java.io.IOException;
import java.util.Optional;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.table.HyperparameterColumns;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Landscape;

/**
 * The table {@code landscape.parquet}: a row per trial, network, epoch and step along the gradient,
 * in the grid's order; {@code smoothness} is of all steps of a point together.
 */
public final class LandscapeTable implements TrialTable<TableWriter> {
  public static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message landscape {\n"
              + HyperparameterColumns.SCHEMA
              + """
                required binary network (STRING);
                required int32 epoch;
                required double step;
                required double loss;
                required double gradient_change;
                required double smoothness;
              }
              """);

  private final Row row = new Row(SCHEMA);

  @Override
  public void add(RecordedTrial trial, Optional<PairFigures> figures, TableWriter out)
      throws IOException {
    for (Landscape landscape : trial.recorded().landscapes()) {
      for (int i = 0; i < Landscape.STEPS.size(); i++) {
        TrialTable.start(row, trial);
        row.set("network", trial.word(landscape.network()));
        row.set("epoch", landscape.epoch());
        row.set("step", Landscape.STEPS.get(i));
        row.set("loss", landscape.losses().get(i));
        row.set("gradient_change", landscape.gradientChanges().get(i));
        row.set("smoothness", landscape.smoothness());
        out.write(row);
      }
    }
  }
}
