package org.bnsweep.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.table.HyperparameterColumns;
import org.bnsweep.store.table.ListColumn;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;

/**
 * The table {@code activations.parquet}: a row per trial, network, epoch and hidden layer, in the
 * grid's order, for the epochs at which activations were recorded.
 *
 * <p>The histogram is four lists, one value for each bin that is not empty: its number, its edges
 * (the upper one excluded; both 0 for exact zeros, both NaN for NaN) and how many activations it
 * has.
 */
final class ActivationsTable implements TrialTable<TableWriter> {
  static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message activations {\n"
              + HyperparameterColumns.SCHEMA
              + """
                required binary network (STRING);
                required int32 epoch;
                required int32 layer;
                required double mean;
                required double std;
                required double dead_share;
              """
              + ListColumn.schema("int32", "bin")
              + ListColumn.schema("double", "bin_from")
              + ListColumn.schema("double", "bin_to")
              + ListColumn.schema("int32", "bin_count")
              + "}");

  /** What {@link #read} needs besides the trial's id. */
  static final List<String> READ =
      List.of("network", "epoch", "layer", "mean", "std", "dead_share", "bin", "bin_count");

  private final Row row = new Row(SCHEMA);

  @Override
  public void add(RecordedTrial trial, Optional<PairFigures> figures, TableWriter out)
      throws IOException {
    for (LayerActivations activations : trial.recorded().activations()) {
      TrialTable.start(row, trial);
      row.set("network", trial.word(activations.network()));
      write(activations);
      out.write(row);
    }
  }

  private void write(LayerActivations activations) {
    row.set("epoch", activations.epoch());
    row.set("layer", activations.layer());
    row.set("mean", activations.mean());
    row.set("std", activations.std());
    row.set("dead_share", activations.deadShare());
    Histogram histogram = activations.histogram();
    for (int i = 0; i < histogram.size(); i++) {
      int bin = histogram.bin(i);
      row.cell("bin").add((long) bin);
      row.cell("bin_from").add(Histogram.from(bin));
      row.cell("bin_to").add(Histogram.to(bin));
      row.cell("bin_count").add((long) histogram.count(i));
    }
  }

  /** What a row says. */
  static LayerActivations read(Row from) {
    int bins = from.cell("bin").count();
    return new LayerActivations(
        Network.of(from.text("network")),
        from.integer("layer"),
        from.integer("epoch"),
        from.real("mean"),
        from.real("std"),
        from.real("dead_share"),
        Histogram.of(from.cell("bin").integers(0, bins), from.cell("bin_count").integers(0, bins)));
  }
}
