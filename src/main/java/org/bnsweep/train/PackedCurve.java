package org.bnsweep.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve as it travels from a task to the driver: three arrays, which Java's serialization moves
 * as a whole, where points are read one by one through a constructor each.
 */
final class PackedCurve implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Training loss, training accuracy, test accuracy. */
  private static final int NUMBERS = 3;

  private final int[] epochs;
  private final int[] iterations;
  private final double[] numbers;
  private final int divergedEpoch;

  /** What travels in the place of {@code curve}. */
  PackedCurve(NetworkCurve curve) {
    int count = curve.points().size();
    epochs = new int[count];
    iterations = new int[count];
    numbers = new double[NUMBERS * count];
    for (int i = 0; i < count; i++) {
      Point point = curve.points().get(i);
      epochs[i] = point.epoch();
      iterations[i] = point.iteration();
      numbers[NUMBERS * i] = point.trainLoss();
      numbers[NUMBERS * i + 1] = point.trainAccuracy();
      numbers[NUMBERS * i + 2] = point.testAccuracy();
    }
    divergedEpoch = curve.divergedEpoch();
  }

  private Object readResolve() {
    List<Point> points = new ArrayList<>(epochs.length);
    for (int i = 0; i < epochs.length; i++) {
      points.add(
          new Point(
              epochs[i],
              iterations[i],
              numbers[NUMBERS * i],
              numbers[NUMBERS * i + 1],
              numbers[NUMBERS * i + 2]));
    }
    return new NetworkCurve(points, divergedEpoch);
  }
}
