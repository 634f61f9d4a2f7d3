package org.bnsweep.store.merge;

import org.bnsweep.store.trial.RecordedTrial;

/**
 * A trial of which two runs have other numbers.
 *
 * @param first the folder of the run that is named first, whose numbers count
 * @param kept what it has
 * @param second the folder of the other
 * @param other what that has
 */
public record Conflict(String first, RecordedTrial kept, String second, RecordedTrial other) {}
