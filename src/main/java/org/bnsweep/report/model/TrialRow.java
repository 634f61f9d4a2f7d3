package org.bnsweep.report.model;

import java.util.Optional;

/**
 * One trial of the report's table.
 *
 * @param id of the trial
 * @param position on every axis, never {@link Position#ANY}
 * @param curves empty if the trial failed
 * @param message why it failed, else empty
 */
public record TrialRow(String id, Position position, Optional<Pair> curves, String message) {

  /** Both networks of a trained trial. */
  public record Pair(CurveSummary bn, CurveSummary plain) {}
}
