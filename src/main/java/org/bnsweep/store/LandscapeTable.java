package org.bnsweep.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.table.HyperparameterColumns;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.Network;

/**
 * The table {@code landscape.parquet}: a row per trial, network, epoch and step along the gradient,
 * in the grid's order; {@code smoothness} is of all steps of a point together.
 */
final class LandscapeTable implements TrialTable<TableWriter> {
  static final MessageType SCHEMA =
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

  /** What {@link #read} needs besides the trial's id. */
  static final List<String> READ =
      List.of("network", "epoch", "loss", "gradient_change", "smoothness");

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

  /** What a row says: a place along the gradient of a point. */
  record Place(Network network, int epoch, double loss, double gradientChange, double smoothness) {
    private boolean isOfPointOf(Place other) {
      return network == other.network && epoch == other.epoch;
    }
  }

  static Place read(Row from) {
    return new Place(
        Network.of(from.text("network")),
        from.integer("epoch"),
        from.real("loss"),
        from.real("gradient_change"),
        from.real("smoothness"));
  }

  /** The points of {@code places}, of which those of a point follow each other. */
  static List<Landscape> points(List<Place> places) {
    List<Landscape> points = new ArrayList<>();
    for (int from = 0, to; from < places.size(); from = to) {
      Place first = places.get(from);
      to = from + 1;
      while (to < places.size() && places.get(to).isOfPointOf(first)) {
        to++;
      }
      List<Place> point = places.subList(from, to);
      points.add(
          new Landscape(
              first.network(),
              first.epoch(),
              point.stream().map(Place::loss).toList(),
              point.stream().map(Place::gradientChange).toList(),
              first.smoothness()));
    }
    return points;
  }
}
