package org.bnsweep.report.chart;

import java.util.List;
import org.bnsweep.report.model.KeptEpochs;
import org.bnsweep.report.model.PairBands;

/**
 * One of the small multiples: what was trained, and the curves.
 *
 * @param title its place in the grid, such as {@code W:0.1}
 * @param curves of the networks trained there, at least one; all at the same epochs
 */
record Panel(String title, List<Curve> curves) {
  Panel {
    curves = List.copyOf(curves);
  }

  /**
   * The accuracies of a network.
   *
   * @param network whose
   * @param bands those of its pair
   */
  record Curve(Compared network, PairBands bands) {

    /** On training samples over the epochs that are kept. */
    Line train() {
      List<Integer> epochs = bands.kept().train();
      return new Line(
          network.ink(),
          x(epochs),
          epochs.stream().map(e -> bands.train(network.network(), e)).toList());
    }

    /** Likewise on test samples, if the panel is {@link Panel#tested}. */
    Line test() {
      List<Integer> epochs = bands.kept().test();
      return new Line(
          network.ink(),
          x(epochs),
          epochs.stream().map(e -> bands.test(network.network(), e)).toList());
    }

    private static List<Double> x(List<Integer> epochs) {
      return epochs.stream().map(Integer::doubleValue).toList();
    }
  }

  /** The epochs of its curves. */
  KeptEpochs kept() {
    return curves.get(0).bands().kept();
  }

  /** Whether accuracies on test samples are known along the curve, not only at its end. */
  boolean tested() {
    return !kept().test().isEmpty() && kept().test().equals(kept().train());
  }
}
