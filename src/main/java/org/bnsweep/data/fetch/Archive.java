package org.bnsweep.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.Gzip;

/** A zip archive whose checksum was right, and whose IDX files are put beside it. */
final class Archive {
  /** Last names alone are used, and only such: nothing can get out of the folder. */
  private static final Pattern IDX =
      Pattern.compile("[a-z]+(-[a-z]+)*-(train|test|t10k)-(images|labels)-idx\\d-ubyte(\\.gz)?");

  private Archive() {}

  /**
   * The files that were put beside {@code archive}; those that were there stay as they are.
   *
   * @throws DataException if one that was there is another than the archive has
   */
  static List<Path> unpack(Path archive) throws IOException {
    List<Path> unpacked = new ArrayList<>();
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        Path target = archive.resolveSibling(name);
        if (!IDX.matcher(name).matches()) {
          continue;
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
          // Its checksum may stand behind it.
          entries.closeEntry();
          requireThat(target, entry, archive);
        } else {
          place(entries, target);
          unpacked.add(target);
        }
      }
    }
    return unpacked;
  }

  /** Its CRC, too, is checked as an entry is read to its end. */
  private static void place(ZipInputStream entry, Path target) throws IOException {
    try (PartFile part = new PartFile(target)) {
      part.append(entry);
      part.place();
    }
  }

  private static void requireThat(Path there, ZipEntry entry, Path archive) throws IOException {
    CRC32 crc = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(there), crc)) {
      Gzip.skip(in, Long.MAX_VALUE);
    }
    if (crc.getValue() != entry.getCrc()) {
      throw new DataException(
          there
              + ": is there but is not the file in "
              + archive.getFileName()
              + ": it has CRC "
              + Long.toHexString(crc.getValue())
              + ", must be "
              + Long.toHexString(entry.getCrc())
              + "; remove it or choose another folder");
    }
  }
}
