package org.bnsweep.report.model;

/**
 * Trials by what became of them.
 *
 * @param trials all
 * @param failed without curves
 * @param bnDiverged whose network with BN met an overflow
 * @param plainDiverged whose network without BN met one
 */
public record Counts(long trials, long failed, long bnDiverged, long plainDiverged) {}
