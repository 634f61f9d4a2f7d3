package org.bnsweep.store.statistics;

import java.util.List;

/**
 * One network over the seeds of a setting, or BN minus plain: estimates of its figures, counts.
 *
 * @param estimates of the {@link #FIGURES}, in that order
 * @param reached50 trials that reached an accuracy of 0.5; 0 of a difference
 * @param reached90 trials that reached an accuracy of 0.9; 0 of a difference
 * @param diverged trials that diverged; 0 of a difference
 */
public record SeriesStatistics(
    List<Estimate> estimates, int reached50, int reached90, int diverged) {
  /** What is averaged. */
  public static final List<String> FIGURES =
      List.of("final_accuracy", "best_accuracy", "area_under_curve", "final_test_accuracy");

  public int reached(Threshold threshold) {
    return threshold == Threshold.HALF ? reached50 : reached90;
  }
}
