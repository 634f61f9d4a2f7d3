package org.bnsweep.report;

/**
 * The trials that share a position, as one.
 *
 * @param position {@link Position#ANY} on the axes averaged over
 * @param bands their accuracies
 */
record Group(Position position, PairBands bands) {}
