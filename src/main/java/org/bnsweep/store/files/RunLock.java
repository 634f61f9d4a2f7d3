package org.bnsweep.store.files;

import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The right to write to a run folder, held by one run at a time and never left behind for ever.
 *
 * <p>On a local disk the operating system keeps it ({@link LocalLock}) and takes it back the moment
 * the process dies. Elsewhere it is a lease ({@link LeaseLock}), free again 20 s after the holder's
 * last sign of life.
 */
public interface RunLock extends AutoCloseable {

  /**
   * Takes the lock of a folder that exists and can be written.
   *
   * @throws RunRefusedException if another run has it, or the folder may not be written
   * @throws StoreException if its disk or host fails
   */
  static RunLock acquire(RunFiles files) {
    return files.fileSystem() instanceof RawLocalFileSystem local
        ? LocalLock.acquire(files, local.pathToFile(files.path(LocalLock.NAME)).toPath())
        : LeaseLock.acquire(files, LeaseLock.HEARTBEAT, LeaseLock.PATIENCE);
  }

  /** The refusal of a second run. */
  static RunRefusedException held(RunFiles files, String since) {
    return new RunRefusedException(
        "another run is writing to "
            + files.location()
            + " since "
            + since
            + "; wait for its end, or choose another --out");
  }

  /**
   * Makes sure that the lock is still held.
   *
   * @throws StoreException if another run took it over
   */
  void check();

  /** Gives the lock back and leaves no file. */
  @Override
  void close();
}
