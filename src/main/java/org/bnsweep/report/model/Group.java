package org.bnsweep.report.model;

/**
 * The trials that share a position, as one.
 *
 * @param position {@link Position#ANY} on the axes averaged over
 * @param bands their accuracies
 */
public record Group(Position position, PairBands bands) {}
