package org.bnsweep.data.raw;

import org.bnsweep.data.Values;

/**
 * Samples as a file has them, all of their numbers finite.
 *
 * @param name of the file, for messages
 * @param labelsName of the file of the labels, for messages
 * @param shape of a sample: features, or the sizes of an image
 * @param values of the first samples, as many as were asked for, if there are so many
 * @param labels of all samples of the file; the array is the caller's
 */
// Passed on, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record RawSamples(
    String name, String labelsName, SampleWidth shape, Values values, int[] labels) {

  /** How many samples the file has. */
  public int count() {
    return labels.length;
  }

  /** Values of one sample. */
  public int features() {
    return shape.features();
  }
}
