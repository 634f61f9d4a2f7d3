package org.bnsweep.stats;

import java.util.List;

/**
 * One network over the seeds of a setting, or normalized minus plain: estimates of its figures,
 * counts.
 *
 * @param estimates of the {@link #FIGURES}, in that order
 * @param reached trials that reached each {@link Threshold}, in their order; 0 of a difference
 * @param diverged trials that diverged; 0 of a difference
 */
public record SeriesStatistics(List<Estimate> estimates, List<Integer> reached, int diverged) {
  /** What is averaged. */
  public static final List<Figure> FIGURES = Figure.all(Figure.Use.AVERAGED);

  public SeriesStatistics {
    estimates = List.copyOf(estimates);
    reached = List.copyOf(reached);
  }

  public int reached(Threshold threshold) {
    return reached.get(threshold.ordinal());
  }
}
