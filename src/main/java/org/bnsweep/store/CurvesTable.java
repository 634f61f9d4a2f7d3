package org.bnsweep.store;

import java.io.IOException;
import java.util.Optional;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.table.ArithmeticColumns;
import org.bnsweep.store.table.HyperparameterColumns;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.Point;

/**
 * The table {@code curves.parquet}: a row per trial, network and epoch, in the grid's order.
 *
 * <p>A trial that failed has one row per network, without epoch and accuracies, so that nobody who
 * counts trials misses it.
 */
final class CurvesTable implements TrialTable<TableWriter> {
  static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message curve {\n"
              + HyperparameterColumns.SCHEMA
              + """
                required binary network (STRING);
                optional int32 epoch;
                optional int32 iteration;
                optional double train_accuracy;
                optional double test_accuracy;
                optional double train_loss;
                required binary status (STRING);
                optional int32 diverged_epoch;
                optional binary arithmetic (STRING);
              }
              """);

  /** What normalizes, beside a column that no file lacks: Parquet reads no rows of none. */
  static final MessageType NORMALIZATIONS =
      new MessageType(
          "normalizations",
          SCHEMA.getType("train_size"),
          SCHEMA.getType(Hyperparameter.NORMALIZATION.word()));

  private final Row row = new Row(SCHEMA);

  @Override
  public void add(RecordedTrial trial, Optional<PairFigures> figures, TableWriter out)
      throws IOException {
    TrialTable.start(row, trial);
    trial.arithmetic().ifPresent(arithmetic -> row.set(ArithmeticColumns.ID, arithmetic.id()));
    for (Network network : Network.values()) {
      row.set("network", trial.word(network));
      row.set("status", trial.status(network).word());
      Optional<NetworkCurve> curve = trial.curve(network);
      if (curve.isPresent()) {
        write(curve.get(), out);
      } else {
        out.write(row);
      }
    }
  }

  private void write(NetworkCurve curve, TableWriter out) throws IOException {
    if (curve.diverged()) {
      row.set("diverged_epoch", curve.divergedEpoch());
    } else {
      row.unset("diverged_epoch");
    }
    for (Point point : curve.points()) {
      row.set("epoch", point.epoch());
      row.set("iteration", point.iteration());
      row.set("train_accuracy", point.trainAccuracy());
      if (Double.isNaN(point.testAccuracy())) {
        row.unset("test_accuracy");
      } else {
        row.set("test_accuracy", point.testAccuracy());
      }
      row.set("train_loss", point.trainLoss());
      out.write(row);
    }
  }
}
