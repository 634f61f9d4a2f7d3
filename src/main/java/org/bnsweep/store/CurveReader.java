package org.bnsweep.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.ledger.TrialRowCodec;
import org.bnsweep.store.ledger.TrialTimes;
import org.bnsweep.store.table.ArithmeticColumns;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.store.trial.Status;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Recorded;
import org.jspecify.annotations.Nullable;

/** The rows of {@code curves.parquet} put together again, trial by trial. */
final class CurveReader implements Closeable {
  private final TrialTimes times;
  private final Map<String, Arithmetic> arithmetics;
  private final RecordedReader recorded;
  private final TableReader rows;
  private @Nullable Row row;
  private long index;

  /**
   * Takes over {@code recorded}.
   *
   * @param arithmetics by id, of which the table has the ids alone
   */
  CurveReader(
      RunFiles files,
      TrialTimes times,
      RecordedReader recorded,
      Map<String, Arithmetic> arithmetics)
      throws IOException {
    this.arithmetics = arithmetics;
    this.times = times;
    this.recorded = recorded;
    this.rows =
        new TableReader(
            files.fileSystem(), files.path(RunFile.CURVES.fileName()), CurvesTable.SCHEMA);
    boolean read = false;
    try {
      this.row = rows.next();
      read = true;
    } finally {
      if (!read) {
        close();
      }
    }
  }

  /** The next trial in the file's order, which is the grid's; null after the last. */
  @Nullable RecordedTrial next() throws IOException {
    if (row == null) {
      return null;
    }
    Pending pending = new Pending(row, arithmetic(row));
    while (row != null && pending.id.equals(row.text("trial_id"))) {
      pending.add(row);
      row = rows.next();
    }
    return pending.complete(index++, times, recorded.of(pending.id));
  }

  private Arithmetic arithmetic(Row row) {
    return row.isNull(ArithmeticColumns.ID)
        ? Arithmetic.UNKNOWN
        : arithmetics.getOrDefault(row.text(ArithmeticColumns.ID), Arithmetic.UNKNOWN);
  }

  @Override
  public void close() throws IOException {
    try (recorded) {
      rows.close();
    }
  }

  /** A trial of which some rows were read. */
  private static final class Pending {
    private final String id;
    private final Hyperparameters hyperparameters;
    private final int trainSize;
    private final int epochs;
    private final boolean failed;
    private final Arithmetic arithmetic;
    private final ByNetwork<List<Point>> points = ByNetwork.of(network -> new ArrayList<>());
    private final Map<Network, Integer> diverged = new EnumMap<>(Network.class);

    Pending(Row row, Arithmetic arithmetic) {
      this.arithmetic = arithmetic;
      id = row.text("trial_id");
      hyperparameters = Hyperparameters.read(row);
      trainSize = row.integer("train_size");
      epochs = row.integer("epochs");
      failed = TrialRowCodec.status(row) == Status.FAILED;
    }

    void add(Row row) {
      if (failed) {
        return;
      }
      Network network = Network.of(row.text("network"));
      points.of(network).add(point(row));
      if (!row.isNull("diverged_epoch")) {
        diverged.put(network, row.integer("diverged_epoch"));
      }
    }

    private NetworkCurve curve(Network network) {
      return new NetworkCurve(
          points.of(network), diverged.getOrDefault(network, NetworkCurve.NEVER));
    }

    private static Point point(Row row) {
      return new Point(
          row.integer("epoch"),
          row.integer("iteration"),
          row.real("train_loss"),
          row.real("train_accuracy"),
          row.isNull("test_accuracy") ? Double.NaN : row.real("test_accuracy"));
    }

    RecordedTrial complete(long index, TrialTimes times, Recorded recorded) {
      TrialResult.Outcome outcome =
          failed
              ? new TrialResult.Failed(times.message(id))
              : new TrialResult.Trained(PairCurves.of(this::curve), recorded, arithmetic);
      TrialResult result =
          new TrialResult(new Trial(id, hyperparameters), outcome, times.seconds(id));
      return new RecordedTrial(index, result, trainSize, epochs);
    }
  }
}
