package org.bnsweep.store.files;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * What a file system can, as far as a run folder asks for it: told from its path capabilities and,
 * where these say nothing, its scheme.
 *
 * @param appearance how a file comes to be there complete
 * @param exclusion what tells two runs apart that want the same folder
 */
record StoreTraits(Appearance appearance, Exclusion exclusion) {
  /** Object stores with a name of their own for what other file systems do at once. */
  private static final Set<String> APPEAR_ON_CLOSE =
      Set.of("s3a", "s3n", "s3", "gs", "oss", "cosn", "obs");

  /** Of these, the ones whose {@code create} without overwriting is one step of the store's. */
  private static final Set<String> CREATE_ONCE = Set.of("gs");

  /** How a file comes to be there complete. */
  enum Appearance {
    /** It is there, and grows, as soon as it is created; a rename is one step. */
    BY_RENAME,
    /** It is there once it is closed; a rename is a copy. */
    ON_CLOSE
  }

  /** What tells two runs apart that want the same folder. */
  enum Exclusion {
    /** The operating system's locks. */
    OPERATING_SYSTEM,
    /** Only one can create a file, and can touch it from then on. */
    FILE_TIMES,
    /** Only one can create a file. */
    CREATE,
    /** Only one can create a file, with an option of {@code createFile()}. */
    CONDITIONAL_CREATE,
    /** Nothing. */
    NONE
  }

  static StoreTraits of(FileSystem fileSystem, Path folder) {
    if (fileSystem instanceof RawLocalFileSystem) {
      return new StoreTraits(Appearance.BY_RENAME, Exclusion.OPERATING_SYSTEM);
    }
    String scheme = String.valueOf(fileSystem.getUri().getScheme()).toLowerCase(Locale.ROOT);
    boolean conditional =
        can(fileSystem, folder, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE);
    if (conditional || APPEAR_ON_CLOSE.contains(scheme)) {
      Exclusion create = CREATE_ONCE.contains(scheme) ? Exclusion.CREATE : Exclusion.NONE;
      return new StoreTraits(
          Appearance.ON_CLOSE, conditional ? Exclusion.CONDITIONAL_CREATE : create);
    }
    // A store that renames and creates as a file system does, but keeps no times (abfs).
    return can(fileSystem, folder, CommonPathCapabilities.ETAGS_AVAILABLE)
        ? new StoreTraits(Appearance.BY_RENAME, Exclusion.CREATE)
        : new StoreTraits(Appearance.BY_RENAME, Exclusion.FILE_TIMES);
  }

  /** Whether a folder has to be made before a file can be in it. */
  boolean hasFolders() {
    return appearance == Appearance.BY_RENAME;
  }

  private static boolean can(FileSystem fileSystem, Path folder, String capability) {
    try {
      return fileSystem.hasPathCapability(folder, capability);
    } catch (IOException e) {
      // It says so again, to someone who can tell the user, when the first file is opened.
      return false;
    }
  }
}
