package org.bnsweep.store;

/**
 * Trials of a run by what became of them; {@code planned = reused + trained + failed}.
 *
 * @param planned all that the configuration names
 * @param reused that the ledger had
 * @param trained in this run, with success
 * @param diverged with a network that overflowed, reused or trained
 * @param failed without curves
 */
public record TrialCounts(long planned, long reused, long trained, long diverged, long failed) {}
