package org.bnsweep.store.table;

import com.github.luben.zstd.util.Native;
import org.bnsweep.blas.NativesException;
import org.bnsweep.blas.NativesFolder;

/**
 * The compression of the tables, which is native code: loaded from the folder that the other native
 * libraries are in, as the system's temporary folder may forbid programs.
 */
public final class Zstd {
  private Zstd() {}

  /**
   * Loads it; a run that could not write its results had better not begin.
   *
   * @throws NativesException if it cannot be loaded
   */
  public static void load() {
    if (Native.isLoaded()) {
      return;
    }
    NativesFolder folder = NativesFolder.ofThisProcess();
    try {
      Native.load(folder.path().toFile());
    } catch (LinkageError | RuntimeException e) {
      throw folder.failure(e);
    }
  }
}
