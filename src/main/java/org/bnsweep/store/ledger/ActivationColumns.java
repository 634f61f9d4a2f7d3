package org.bnsweep.store.ledger;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.store.table.ColumnValues;
import org.bnsweep.store.table.ListColumn;
import org.bnsweep.store.table.Row;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;

/**
 * The activations of a trial as lists in its row of the ledger: one value a layer and epoch, and
 * the bins of all its histograms one after the other, {@code layer_bins} of them each.
 *
 * <p>Empty where nothing was recorded, and missing from ledgers that are older than they.
 */
final class ActivationColumns {

  private ActivationColumns() {}

  static String schema(Network network) {
    String prefix = network.word() + "_";
    return ListColumn.schema("int32", prefix + "layer")
        + ListColumn.schema("int32", prefix + "layer_epoch")
        + ListColumn.schema("double", prefix + "layer_mean")
        + ListColumn.schema("double", prefix + "layer_std")
        + ListColumn.schema("double", prefix + "layer_dead_share")
        + ListColumn.schema("int32", prefix + "layer_bins")
        + ListColumn.schema("int32", prefix + "bin")
        + ListColumn.schema("int32", prefix + "bin_count");
  }

  static void write(Row row, List<LayerActivations> activations) {
    for (LayerActivations a : activations) {
      String prefix = a.network().word() + "_";
      row.cell(prefix + "layer").add((long) a.layer());
      row.cell(prefix + "layer_epoch").add((long) a.epoch());
      row.cell(prefix + "layer_mean").add(a.mean());
      row.cell(prefix + "layer_std").add(a.std());
      row.cell(prefix + "layer_dead_share").add(a.deadShare());
      row.cell(prefix + "layer_bins").add((long) a.histogram().size());
      for (int i = 0; i < a.histogram().size(); i++) {
        row.cell(prefix + "bin").add((long) a.histogram().bin(i));
        row.cell(prefix + "bin_count").add((long) a.histogram().count(i));
      }
    }
  }

  /** None as well if {@code row} was read without these columns. */
  static List<LayerActivations> read(Row row) {
    List<LayerActivations> activations = new ArrayList<>();
    for (Network network : Network.values()) {
      if (row.hasColumn(network.word() + "_layer")) {
        read(row, network, activations);
      }
    }
    return activations;
  }

  private static void read(Row row, Network network, List<LayerActivations> activations) {
    String prefix = network.word() + "_";
    ColumnValues layers = row.cell(prefix + "layer");
    int bin = 0;
    for (int i = 0; i < layers.count(); i++) {
      int bins = Math.toIntExact(row.cell(prefix + "layer_bins").whole(i));
      activations.add(
          new LayerActivations(
              network,
              Math.toIntExact(layers.whole(i)),
              Math.toIntExact(row.cell(prefix + "layer_epoch").whole(i)),
              row.cell(prefix + "layer_mean").real(i),
              row.cell(prefix + "layer_std").real(i),
              row.cell(prefix + "layer_dead_share").real(i),
              Histogram.of(
                  row.cell(prefix + "bin").integers(bin, bins),
                  row.cell(prefix + "bin_count").integers(bin, bins))));
      bin += bins;
    }
  }
}
