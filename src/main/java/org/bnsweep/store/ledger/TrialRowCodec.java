package org.bnsweep.store.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.store.table.ArithmeticColumns;
import org.bnsweep.store.table.ColumnValues;
import org.bnsweep.store.table.HyperparameterColumns;
import org.bnsweep.store.table.ListColumn;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.trial.Status;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Recorded;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;

/**
 * A finished trial as one row of the ledger; both curves as lists, one value a point, and the
 * {@link ActivationColumns} and {@link GradientColumns}.
 */
public final class TrialRowCodec {
  private static final String COMMON =
      HyperparameterColumns.SCHEMA
          + """
            required binary status (STRING);
            optional binary message (STRING);
            required double seconds;
          """
          + ArithmeticColumns.SCHEMA;

  static final MessageType SCHEMA = schema(Recordings.of(Recording.values()));

  /** The one column that tells which trials a part holds. */
  static final MessageType ID_ONLY = new MessageType("trial", SCHEMA.getType("trial_id"));

  /** The one column that tells how many samples trials were trained on. */
  static final MessageType TRAIN_SIZE = new MessageType("trial", SCHEMA.getType("train_size"));

  /** What a curve does not have: how long a trial took, and why it failed. */
  static final MessageType TIMES =
      new MessageType(
          "trial",
          SCHEMA.getType("trial_id"),
          SCHEMA.getType("status"),
          SCHEMA.getType("message"),
          SCHEMA.getType("seconds"));

  private TrialRowCodec() {}

  /** What {@code recordings} need of a row; what is kept beside the curves is most of it. */
  static MessageType schema(Recordings recordings) {
    StringBuilder columns = new StringBuilder(COMMON);
    append(columns, TrialRowCodec::curve);
    if (recordings.has(Recording.ACTIVATIONS)) {
      append(columns, ActivationColumns::schema);
    }
    if (recordings.has(Recording.GRADIENTS)) {
      append(columns, GradientColumns::gradients);
    }
    if (recordings.has(Recording.LANDSCAPE)) {
      append(columns, GradientColumns::landscape);
    }
    return MessageTypeParser.parseMessageType("message trial {\n" + columns + "}");
  }

  private static void append(StringBuilder columns, Function<Network, String> ofNetwork) {
    ByNetwork.of(ofNetwork).stream().forEach(columns::append);
  }

  private static String curve(Network network) {
    String prefix = network.word() + "_";
    return "optional int32 "
        + prefix
        + "diverged_epoch;\n"
        + ListColumn.schema("int32", prefix + "epoch")
        + ListColumn.schema("int32", prefix + "iteration")
        + ListColumn.schema("double", prefix + "train_loss")
        + ListColumn.schema("double", prefix + "train_accuracy")
        + ListColumn.schema("double", prefix + "test_accuracy");
  }

  static void write(Row row, TrialResult result, int trainSize, int epochs) {
    row.clear();
    Trial trial = result.trial();
    HyperparameterColumns.write(row, trial.id(), trial.hyperparameters(), trainSize, epochs);
    row.set("status", Status.of(result.outcome()).word());
    row.set("seconds", result.seconds());
    if (result.outcome() instanceof Trained trained) {
      for (Network network : Network.values()) {
        write(row, network.word(), trained.curves().of(network));
      }
      ActivationColumns.write(row, trained.recorded().activations());
      GradientColumns.write(row, trained.recorded().gradients(), trained.recorded().landscapes());
      ArithmeticColumns.write(row, trained.arithmetic());
    } else if (result.outcome() instanceof Failed failed) {
      row.set("message", failed.message());
    }
  }

  private static void write(Row row, String network, NetworkCurve curve) {
    if (curve.diverged()) {
      row.set(network + "_diverged_epoch", curve.divergedEpoch());
    }
    for (Point point : curve.points()) {
      row.cell(network + "_epoch").add((long) point.epoch());
      row.cell(network + "_iteration").add((long) point.iteration());
      row.cell(network + "_train_loss").add(point.trainLoss());
      row.cell(network + "_train_accuracy").add(point.trainAccuracy());
      row.cell(network + "_test_accuracy").add(point.testAccuracy());
    }
  }

  static TrialResult read(Row row) {
    Trial trial = new Trial(row.text("trial_id"), Hyperparameters.read(row));
    TrialResult.Outcome outcome =
        status(row) == Status.FAILED
            ? new Failed(message(row))
            : new Trained(
                PairCurves.of(network -> read(row, network)),
                new Recorded(
                    ActivationColumns.read(row),
                    GradientColumns.gradients(row),
                    GradientColumns.landscapes(row)),
                ArithmeticColumns.read(row));
    return new TrialResult(trial, outcome, row.real("seconds"));
  }

  private static NetworkCurve read(Row row, Network network) {
    String prefix = network.word() + "_";
    ColumnValues epochs = row.cell(prefix + "epoch");
    ColumnValues iterations = row.cell(prefix + "iteration");
    ColumnValues losses = row.cell(prefix + "train_loss");
    ColumnValues trainAccuracies = row.cell(prefix + "train_accuracy");
    ColumnValues testAccuracies = row.cell(prefix + "test_accuracy");
    List<Point> points = new ArrayList<>(epochs.count());
    for (int i = 0; i < epochs.count(); i++) {
      points.add(
          new Point(
              Math.toIntExact(epochs.whole(i)),
              Math.toIntExact(iterations.whole(i)),
              losses.real(i),
              trainAccuracies.real(i),
              testAccuracies.real(i)));
    }
    String diverged = prefix + "diverged_epoch";
    return new NetworkCurve(
        points, row.isNull(diverged) ? NetworkCurve.NEVER : row.integer(diverged));
  }

  static String message(Row row) {
    return row.isNull("message") ? "" : row.text("message");
  }

  public static Status status(Row row) {
    return Status.valueOf(row.text("status").toUpperCase(Locale.ROOT));
  }
}
