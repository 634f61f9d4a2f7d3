package org.bnsweep.sweep;

import java.io.Serializable;

/**
 * A random choice among the trials of a grid, without replacement. A larger count with the same
 * seed has the trials of a smaller one and more, so a sample can grow in place.
 *
 * @param count how many, 1 and up; all trials if the grid has fewer
 * @param seed of the choice, not of any trial
 */
public record GridSample(long count, long seed) implements Serializable {}
