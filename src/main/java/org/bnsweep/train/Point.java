package org.bnsweep.train;

import java.io.Serializable;

/**
 * One network at one epoch, taken after the update of the epoch's first iteration.
 *
 * @param epoch from 0
 * @param iteration from 0, the updates before this one
 * @param trainLoss cross-entropy and weight decay of this iteration's batch, before its update; NaN
 *     or infinite once diverged
 * @param trainAccuracy over all training samples, 0 to 1
 * @param testAccuracy over all test samples, 0 to 1; NaN if the run has none
 */
public record Point(
    int epoch, int iteration, double trainLoss, double trainAccuracy, double testAccuracy)
    implements Serializable {

  /** Whether both accuracies are those of {@code other}, bit for bit. */
  public boolean hasAccuraciesOf(Point other) {
    return Double.compare(trainAccuracy, other.trainAccuracy) == 0
        && Double.compare(testAccuracy, other.testAccuracy) == 0;
  }
}
