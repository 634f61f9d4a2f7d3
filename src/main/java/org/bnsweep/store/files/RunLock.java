package org.bnsweep.store.files;

import java.util.function.Consumer;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.VersionInfo;

/**
 * The right to write to a run folder, held by one run at a time and never left behind for ever.
 *
 * <p>On a local disk the operating system keeps it ({@link LocalLock}) and takes it back the moment
 * the process dies. Elsewhere it is a lease ({@link LeaseLock}, in object stores {@link
 * ObjectLock}), free again 20 s after the holder's last sign of life.
 */
public interface RunLock extends AutoCloseable {
  /**
   * Takes the lock of a folder that can be written.
   *
   * @param locking what to do where there is no lock
   * @param warnings told, in one line, that there is none
   * @throws RunRefusedException if another run has it, the folder may not be written, or there is
   *     no lock and there must be
   * @throws StoreException if its disk or host fails
   */
  static RunLock acquire(RunFiles files, Locking locking, Consumer<String> warnings) {
    try {
      return switch (files.traits().exclusion()) {
        case OPERATING_SYSTEM ->
            LocalLock.acquire(
                files,
                ((RawLocalFileSystem) files.fileSystem())
                    .pathToFile(files.path(LocalLock.NAME))
                    .toPath());
        case FILE_TIMES -> LeaseLock.acquire(files, Heartbeat.PERIOD, Heartbeat.PATIENCE);
        case CREATE, CONDITIONAL_CREATE ->
            ObjectLock.acquire(files, Heartbeat.PERIOD, Heartbeat.PATIENCE);
        case NONE -> throw new UnlockableException();
      };
    } catch (UnlockableException e) {
      if (locking == Locking.REQUIRED) {
        throw new RunRefusedException(
            "cannot lock the run folder "
                + files.location()
                + ": the store has no conditional writes, as far as Hadoop "
                + VersionInfo.getVersion()
                + " and its settings know them; see to it that no other run writes there, and give"
                + " --no-lock");
      }
      warnings.accept(
          files.location() + " is not locked; see to it that no other run writes there meanwhile");
      return new NoLock();
    }
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
