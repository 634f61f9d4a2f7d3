package org.bnsweep.data.format;

import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;
import org.bnsweep.data.file.Beginning;
import org.bnsweep.data.file.DataPlace;
import org.bnsweep.data.raw.RawSamples;
import org.bnsweep.data.raw.Request;

/**
 * A way to write samples in files. Which one a file is in shows in its content, not in its name.
 *
 * <p>Another one is a class that implements this, and its place in {@link Formats}.
 */
public interface SampleFormat {

  /** Its name in messages, as in {@code CSV}. */
  String word();

  /**
   * Whether {@code place} has samples of this format.
   *
   * @param beginning of the file, empty for a folder
   */
  boolean isAt(DataPlace place, Beginning beginning);

  /** Whether {@code place}, of this format, has test samples beside those to train on. */
  boolean hasTestSamples(DataPlace place);

  /**
   * Reads samples of {@code place}, which {@link #isAt is} of this format. Memory follows the bytes
   * that arrive, not what a header promises.
   *
   * @throws DataException if something is wrong with a file: it is named, and where in it
   * @throws DataUnavailableException if its disk or host fails
   */
  RawSamples read(DataPlace place, Request request);
}
