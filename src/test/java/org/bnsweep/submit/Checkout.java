package org.bnsweep.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** A clone with what the build makes, elsewhere, without building or copying much. */
record Checkout(Path home) {

  /** Makes {@code home} look like a built clone of {@code original}. */
  static Checkout linked(Path original, Path home) throws IOException {
    for (String folder : List.of("submit", "conf", "target/spark", "target/spark/jars")) {
      Files.createDirectories(home.resolve(folder));
      try (Stream<Path> files = Files.list(original.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          link(file, home.resolve(folder).resolve(file.getFileName()));
        }
      }
    }
    link(original.resolve("target/bnsweep.jar"), home.resolve("target/bnsweep.jar"));
    // Sources newer than the jar would have it built again.
    link(original.resolve("pom.xml"), home.resolve("pom.xml"));
    Path sources = Files.createDirectories(home.resolve("src/main"));
    Files.setLastModifiedTime(sources, FileTime.fromMillis(0));
    return new Checkout(home);
  }

  /** One of the launchers. */
  Path script(String name) {
    return home.resolve("submit").resolve(name);
  }

  private static void link(Path file, Path to) throws IOException {
    try {
      Files.createLink(to, file);
    } catch (IOException | UnsupportedOperationException e) {
      // Another disk, or one without links.
      Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
