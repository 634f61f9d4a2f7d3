package org.bnsweep.store.files;

import java.io.IOException;
import java.time.Duration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;

/** What tests of other rooms need of the files of a run, and the program does not. */
public final class FilesOn {
  private FilesOn() {}

  /** The folder at {@code location} of a file system that no configuration names. */
  public static RunFiles disk(String location, FileSystem fileSystem) {
    return new RunFiles(location, fileSystem);
  }

  /** A file that is there at once, half-written or not. */
  public static FSDataOutputStream create(RunFiles files, String name) throws IOException {
    return files.create(name);
  }

  /** The lock of a file system other than a local disk, with times of the test's. */
  public static RunLock lease(RunFiles files, Duration heartbeat, Duration patience) {
    return LeaseLock.acquire(files, heartbeat, patience);
  }

  /** Whether a file of this name is the lock of a local disk. */
  public static boolean isLock(String name) {
    return name.equals(LocalLock.NAME);
  }
}
