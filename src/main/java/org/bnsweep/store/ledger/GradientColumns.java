package org.bnsweep.store.ledger;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.store.table.ColumnValues;
import org.bnsweep.store.table.ListColumn;
import org.bnsweep.store.table.Row;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.Network;
import org.bnsweep.train.WeightGradient;

/**
 * The gradients of a trial, and the loss along them, as lists in its row of the ledger: those of
 * the gradients one value an epoch and layer, those of the landscape one an epoch and step, and its
 * smoothness one an epoch.
 *
 * <p>Empty where nothing was recorded, and missing from ledgers that are older than they.
 */
final class GradientColumns {
  /** Of a point, one after the other; no column says how many there are. */
  private static final int STEPS = Landscape.STEPS.size();

  private GradientColumns() {}

  static String gradients(Network network) {
    String prefix = network.word() + "_";
    return ListColumn.schema("int32", prefix + "gradient_epoch")
        + ListColumn.schema("int32", prefix + "gradient_layer")
        + ListColumn.schema("double", prefix + "gradient_norm")
        + ListColumn.schema("double", prefix + "update_ratio");
  }

  static String landscape(Network network) {
    String prefix = network.word() + "_";
    return ListColumn.schema("int32", prefix + "landscape_epoch")
        + ListColumn.schema("double", prefix + "smoothness")
        + ListColumn.schema("double", prefix + "landscape_loss")
        + ListColumn.schema("double", prefix + "gradient_change");
  }

  static void write(Row row, List<WeightGradient> gradients, List<Landscape> landscapes) {
    for (WeightGradient gradient : gradients) {
      String prefix = gradient.network().word() + "_";
      row.cell(prefix + "gradient_epoch").add((long) gradient.epoch());
      row.cell(prefix + "gradient_layer").add((long) gradient.layer());
      row.cell(prefix + "gradient_norm").add(gradient.norm());
      row.cell(prefix + "update_ratio").add(gradient.updateRatio());
    }
    for (Landscape landscape : landscapes) {
      String prefix = landscape.network().word() + "_";
      row.cell(prefix + "landscape_epoch").add((long) landscape.epoch());
      row.cell(prefix + "smoothness").add(landscape.smoothness());
      landscape.losses().forEach(row.cell(prefix + "landscape_loss")::add);
      landscape.gradientChanges().forEach(row.cell(prefix + "gradient_change")::add);
    }
  }

  /** None as well if {@code row} was read without these columns. */
  static List<WeightGradient> gradients(Row row) {
    List<WeightGradient> gradients = new ArrayList<>();
    for (Network network : Network.values()) {
      String prefix = network.word() + "_";
      if (row.hasColumn(prefix + "gradient_norm")) {
        ColumnValues norms = row.cell(prefix + "gradient_norm");
        for (int i = 0; i < norms.count(); i++) {
          gradients.add(
              new WeightGradient(
                  network,
                  Math.toIntExact(row.cell(prefix + "gradient_epoch").whole(i)),
                  Math.toIntExact(row.cell(prefix + "gradient_layer").whole(i)),
                  norms.real(i),
                  row.cell(prefix + "update_ratio").real(i)));
        }
      }
    }
    return gradients;
  }

  /** As {@link #gradients}. */
  static List<Landscape> landscapes(Row row) {
    List<Landscape> landscapes = new ArrayList<>();
    for (Network network : Network.values()) {
      String prefix = network.word() + "_";
      if (row.hasColumn(prefix + "smoothness")) {
        ColumnValues smoothness = row.cell(prefix + "smoothness");
        for (int i = 0; i < smoothness.count(); i++) {
          landscapes.add(
              new Landscape(
                  network,
                  Math.toIntExact(row.cell(prefix + "landscape_epoch").whole(i)),
                  ofPoint(row.cell(prefix + "landscape_loss"), i),
                  ofPoint(row.cell(prefix + "gradient_change"), i),
                  smoothness.real(i)));
        }
      }
    }
    return landscapes;
  }

  private static List<Double> ofPoint(ColumnValues values, int point) {
    List<Double> ofPoint = new ArrayList<>(STEPS);
    for (int i = 0; i < STEPS; i++) {
      ofPoint.add(values.real(point * STEPS + i));
    }
    return ofPoint;
  }
}
