package org.bnsweep.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.Loader;

/**
 * The folder to which native libraries are unpacked, once, and from which they are loaded.
 *
 * <p>Whatever somebody else puts there would be run, so only its owner may write to it.
 *
 * @param path JavaCPP's, {@code ~/.javacpp/cache} unless {@value #SETTING} says another
 */
public record NativesFolder(Path path) {
  /** The property of the JVM that moves it. */
  static final String SETTING = "org.bytedeco.javacpp.cachedir";

  /** What the libraries of one platform take, unpacked, in megabytes. */
  static final int MEGABYTES = 430;

  /**
   * The folder of this process, made if it is missing.
   *
   * @throws NativesException if it cannot be made, or is open to others
   */
  public static NativesFolder ofThisProcess() {
    NativesFolder folder;
    try {
      // Makes it. JavaCPP then answers the one that the system's temporary folder has where it
      // could not, or none.
      folder = new NativesFolder(Loader.getCacheDir().toPath());
    } catch (IOException e) {
      throw new NativesException(
          "there is no folder for native libraries: " + reason(e) + advice(), e);
    }
    folder.requireToBeOurs();
    return folder;
  }

  private void requireToBeOurs() {
    try {
      Path folder = path.toRealPath();
      if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null) {
        return; // Windows, where homes are their owners' alone.
      }
      PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class);
      String owner = attributes.owner().getName();
      if (!isRoots(folder) && !isOurs(folder)) {
        throw refused("it belongs to " + owner + ", must be this user's own");
      }
      Set<PosixFilePermission> permissions = attributes.permissions();
      // Many systems give each user a group of the same name, and groups the right to write.
      boolean groupOfOne = attributes.group().getName().equals(owner);
      if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
          || (permissions.contains(PosixFilePermission.GROUP_WRITE) && !groupOfOne)) {
        throw refused("others may write to it, must be its owner alone");
      }
    } catch (IOException e) {
      throw refused(reason(e));
    }
  }

  /** By a file made there, since Java knows names of users only, and a user need not have one. */
  private static boolean isOurs(Path folder) throws IOException {
    Path mine = Files.createTempFile(folder, ".mine", "");
    try {
      return user(mine).equals(user(folder));
    } finally {
      Files.delete(mine);
    }
  }

  private static boolean isRoots(Path folder) throws IOException {
    return user(folder).equals(0);
  }

  private static Object user(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private NativesException refused(String why) {
    return new NativesException(
        "native libraries are not loaded from " + path + ": " + why + advice(),
        new IOException(why));
  }

  /** What to tell a user of {@code failure}, met while libraries were unpacked or loaded here. */
  public NativesException failure(Throwable failure) {
    String space =
        freeMegabytes()
            .filter(free -> free < MEGABYTES)
            .map(free -> ", which has " + free + " MB left and they take " + MEGABYTES)
            .orElse("");
    return new NativesException(
        "native libraries cannot be loaded from "
            + path
            + space
            + ": "
            + reason(failure)
            + advice(),
        failure);
  }

  private Optional<Long> freeMegabytes() {
    try {
      return Optional.of(Files.getFileStore(path).getUsableSpace() / 1_000_000);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String advice() {
    return String.format(
        Locale.ROOT,
        "; -D%s=DIR names another folder, on a disk with %d MB that programs may run from",
        SETTING,
        MEGABYTES);
  }

  /** The first line of what lies at the bottom of {@code failure}. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    String kind = cause.getClass().getSimpleName();
    return message.isBlank() ? kind : kind + ": " + message;
  }
}
