package org.bnsweep.store.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.bnsweep.files.DanglingLink;

/**
 * The folders that a run made for itself, to be removed again where it leaves them empty.
 *
 * <p>Object stores have none: there they are names of what is in them, and it is only removed what
 * the store's file system makes of one that was emptied.
 */
public final class MadeFolders {
  private final RunFiles files;
  private final List<Path> deepestFirst = new ArrayList<>();

  public MadeFolders(RunFiles files) {
    this.files = files;
  }

  /**
   * Makes {@code folder}, and those above it, as far as they are missing and there are any.
   *
   * @throws RunRefusedException if it may not be made
   * @throws StoreException if the disk or host fails
   */
  public void make(Path folder) {
    String problem = "cannot write to the run folder " + files.location();
    try {
      refuseDanglingLink(folder, problem);
      List<Path> missing = new ArrayList<>();
      for (Path path = folder;
          path != null && !files.fileSystem().exists(path);
          path = path.getParent()) {
        missing.add(path);
      }
      deepestFirst.addAll(0, missing);
      if (files.traits().hasFolders() && !files.fileSystem().mkdirs(folder)) {
        throw new RunRefusedException(problem + ": the folder cannot be made");
      }
    } catch (IOException e) {
      throw StoreException.of(problem, e);
    }
  }

  /** Else the link, which is the user's, would be taken for a folder that is still to be made. */
  private void refuseDanglingLink(Path folder, String problem) {
    if (files.fileSystem() instanceof RawLocalFileSystem local) {
      DanglingLink.on(local.pathToFile(folder).toPath())
          .ifPresent(
              link -> {
                throw new RunRefusedException(
                    problem + ": " + link + "; mount it, or choose another --out");
              });
    }
  }

  /** Removes those that are empty. */
  public void removeEmpty() {
    for (Path folder : deepestFirst) {
      try {
        files.deleteEmptyFolder(folder);
      } catch (IOException e) {
        // It is not empty, or is gone already, or stays for want of a disk.
      }
    }
  }
}
