package org.bnsweep.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A zip archive whose checksum was right, and whose IDX files are put beside it. */
final class Archive {
  /** Last names alone are used, and only such: nothing can get out of the folder. */
  private static final Pattern IDX =
      Pattern.compile("[a-z]+(-[a-z]+)*-(train|test|t10k)-(images|labels)-idx\\d-ubyte(\\.gz)?");

  private Archive() {}

  /** The files that were put beside {@code archive}; those that were there stay as they are. */
  static List<Path> unpack(Path archive) throws IOException {
    List<Path> unpacked = new ArrayList<>();
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        Path target = archive.resolveSibling(name);
        if (!IDX.matcher(name).matches() || Files.exists(target)) {
          continue;
        }
        Path part = archive.resolveSibling("." + name + ".part");
        try {
          Files.copy(entries, part, StandardCopyOption.REPLACE_EXISTING);
          Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          Files.deleteIfExists(part);
        }
        unpacked.add(target);
      }
    }
    return unpacked;
  }
}
