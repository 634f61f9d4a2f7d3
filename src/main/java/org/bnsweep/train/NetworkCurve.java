package org.bnsweep.train;

import java.io.Serializable;
import java.util.List;

/**
 * What one network of a trial did.
 *
 * @param points one per epoch, in order
 * @param divergedEpoch the first epoch whose point met a loss or a logit that is NaN or infinite;
 *     {@link #NEVER} if none did
 */
public record NetworkCurve(List<Point> points, int divergedEpoch) implements Serializable {
  public static final int NEVER = -1;

  public NetworkCurve {
    points = List.copyOf(points);
  }

  /** The point of the last epoch. */
  public Point last() {
    return points.get(points.size() - 1);
  }

  /** Whether a number overflowed at some point. */
  public boolean diverged() {
    return divergedEpoch != NEVER;
  }

  private Object writeReplace() {
    return new PackedCurve(this);
  }
}
