package org.bnsweep.files;

import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk as Java writes it: what is made has the permissions that the user's umask gives.
 *
 * <p>Hadoop starts a {@code chmod} process for every folder and file that it makes. Each takes
 * time, and one that Ctrl-C in a terminal ends before this process fails what it was started for.
 */
final class LocalDisk extends RawLocalFileSystem {
  @Override
  public void setPermission(Path path, FsPermission permission) {
    // The umask has seen to it.
  }
}
