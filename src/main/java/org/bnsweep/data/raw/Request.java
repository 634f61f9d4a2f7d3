package org.bnsweep.data.raw;

import org.bnsweep.data.Reading;

/**
 * What is wanted of a place with samples.
 *
 * @param part of which set
 * @param rows values of the first so many samples are kept; labels of all
 * @param reading how the files are to be understood
 */
public record Request(Part part, int rows, Reading reading) {
  /** Values of all samples. */
  public static final int ALL = Integer.MAX_VALUE;
}
