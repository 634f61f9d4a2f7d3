package org.bnsweep.report.model;

import org.bnsweep.train.ByNetwork;

/**
 * Trials by what became of them.
 *
 * @param trials all
 * @param failed without curves
 * @param diverged whose network met an overflow
 */
public record Counts(long trials, long failed, ByNetwork<Long> diverged) {}
