package org.bnsweep.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.security.AccessControlException;

/**
 * A path or URI at which the user may not find or write what a command needs: it is missing, of
 * another kind, forbidden, or on a host that nobody knows. Anything else that reading and writing
 * can meet is a disk or a host that failed.
 */
public final class UserPathErrors {
  private static final List<Class<? extends IOException>> SIGNS =
      List.of(
          FileNotFoundException.class,
          NoSuchFileException.class,
          NotDirectoryException.class,
          FileAlreadyExistsException.class,
          ParentNotDirectoryException.class,
          org.apache.hadoop.fs.FileAlreadyExistsException.class,
          AccessDeniedException.class,
          AccessControlException.class,
          UnknownHostException.class,
          NoFileSystemException.class);

  private UserPathErrors() {}

  /** Whether the user has to name another place, as opposed to mend a disk or a host. */
  public static boolean isShownBy(Throwable failure) {
    return SIGNS.stream().anyMatch(sign -> sign.isInstance(failure))
        || (failure instanceof FileSystemException local && isBelowAFile(local));
  }

  /** Java has no exception of its own for this one. */
  private static boolean isBelowAFile(FileSystemException failure) {
    Path path = failure.getFile() == null ? null : Path.of(failure.getFile()).getParent();
    while (path != null && !Files.isRegularFile(path)) {
      path = path.getParent();
    }
    return path != null;
  }
}
