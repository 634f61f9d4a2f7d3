package org.bnsweep.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.trial.RecordedTrial;

/** The trials of a finished run one by one, in the order of its results. */
public final class TrialCursor implements Closeable {
  private final RunFiles files;
  private final CurveReader curves;

  /** Takes over {@code curves}. */
  TrialCursor(RunFiles files, CurveReader curves) {
    this.files = files;
    this.curves = curves;
  }

  /**
   * The next trial; empty after the last.
   *
   * @throws StoreException if the curves cannot be read
   */
  public Optional<RecordedTrial> next() {
    try {
      return Optional.ofNullable(curves.next());
    } catch (StoreException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new StoreException("cannot read " + files.describe(RunFile.CURVES.fileName()), e);
    }
  }

  @Override
  public void close() {
    try {
      curves.close();
    } catch (IOException e) {
      // All that was asked for has been read.
    }
  }
}
