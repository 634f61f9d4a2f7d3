package org.bnsweep.report.chart;

import java.util.List;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.train.Network;

/**
 * One of the small multiples: what was trained, and the curves.
 *
 * @param title its place in the grid, such as {@code W:0.1}
 * @param bands the accuracies
 */
record Panel(String title, PairBands bands) {

  /** Whether accuracies on test samples are known along the curve, not only at its end. */
  boolean tested() {
    return !bands.kept().test().isEmpty() && bands.kept().test().equals(bands.kept().train());
  }

  /** The accuracies of {@code network} on training samples over the epochs that are kept. */
  Line train(Network network) {
    List<Integer> epochs = bands.kept().train();
    return new Line(
        Ink.of(network), x(epochs), epochs.stream().map(e -> bands.train(network, e)).toList());
  }

  /** Likewise on test samples, if it is {@link #tested}. */
  Line test(Network network) {
    List<Integer> epochs = bands.kept().test();
    return new Line(
        Ink.of(network), x(epochs), epochs.stream().map(e -> bands.test(network, e)).toList());
  }

  private static List<Double> x(List<Integer> epochs) {
    return epochs.stream().map(Integer::doubleValue).toList();
  }
}
