package org.bnsweep.store.trial;

import org.bnsweep.data.Dataset;
import org.bnsweep.sweep.TrialIdentity;

/**
 * What all trials of a run folder have in common, besides the settings of each.
 *
 * @param dataChecksum SHA-256 of the samples, hexadecimal
 * @param numericsVersion of the code that computes the numbers
 * @param trainSize training samples
 * @param epochs points of every curve of this run; the folder may hold trials of other lengths
 */
public record Provenance(String dataChecksum, String numericsVersion, int trainSize, int epochs) {

  /** That of trials which this program trains on {@code dataset}. */
  public static Provenance of(Dataset dataset, int epochs) {
    return new Provenance(
        dataset.checksum(),
        Integer.toString(TrialIdentity.NUMERICS_VERSION),
        dataset.train().count(),
        epochs);
  }
}
