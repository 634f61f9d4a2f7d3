package org.bnsweep.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A symbolic link to a place where nothing is, such as a disk that is not mounted.
 *
 * @param link its own path
 * @param target what it says
 */
public record DanglingLink(Path link, Path target) {

  /** The one that {@code path} leads through or ends in, if there is one. */
  public static Optional<DanglingLink> on(Path path) {
    Path named = path.toAbsolutePath();
    while (named != null && !Files.exists(named, LinkOption.NOFOLLOW_LINKS)) {
      named = named.getParent();
    }
    if (named == null || !Files.isSymbolicLink(named) || Files.exists(named)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new DanglingLink(named, Files.readSymbolicLink(named)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** In words, for messages. */
  @Override
  public String toString() {
    return link + " is a link to " + target + ", where nothing is";
  }
}
