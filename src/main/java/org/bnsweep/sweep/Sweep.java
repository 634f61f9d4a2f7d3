package org.bnsweep.sweep;

import org.bnsweep.data.Dataset;

/**
 * What is to be trained.
 *
 * @param name of the run, for people
 * @param dataset the same samples for every trial
 * @param epochs points of every curve, 1 and up
 * @param trials in the grid's order
 */
public record Sweep(String name, Dataset dataset, int epochs, Trials trials) {}
