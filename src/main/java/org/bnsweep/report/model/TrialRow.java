package org.bnsweep.report.model;

import java.util.Optional;
import org.bnsweep.stats.PairFigures;

/**
 * One trial of the report's table.
 *
 * @param id of the trial
 * @param position on every axis, never {@link Position#ANY}
 * @param figures of both networks; empty if the trial failed
 * @param message why it failed, else empty
 */
public record TrialRow(
    String id, Position position, Optional<PairFigures> figures, String message) {}
