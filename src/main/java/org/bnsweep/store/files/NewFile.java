package org.bnsweep.store.files;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;

/** A file that is being written, and that nobody sees until it is complete. */
public interface NewFile {

  /** What takes its bytes; whoever writes the last one closes it. */
  FSDataOutputStream stream();

  /**
   * Makes the file appear under its name, in place of the one that may be there; its stream is
   * closed by now.
   */
  void appear() throws IOException;

  /** Throws away what was written; the old file, if any, stays. */
  void abandon();
}
