package org.bnsweep.sweep.spark;

import java.io.Serializable;
import org.bnsweep.data.Dataset;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.sweep.Trials;

/**
 * All that a task needs besides the indices of its trials; the sweep's one broadcast.
 *
 * @param dataset the samples
 * @param epochs points of every curve
 * @param trials computed from their index, on demand
 * @param runner what trains one
 */
record Work(Dataset dataset, int epochs, Trials trials, TrialRunner runner)
    implements Serializable {}
