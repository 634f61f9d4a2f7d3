package org.bnsweep.data.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes small IDX files for tests; sample i is all pixels i, with label i % 10. */
public final class IdxFiles {
  private IdxFiles() {}

  public static byte[] images(int count, int rows, int columns) {
    ByteBuffer out = ByteBuffer.allocate(16 + count * rows * columns);
    out.put(imagesHeader(count, rows, columns));
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < rows * columns; j++) {
        out.put((byte) i);
      }
    }
    return out.array();
  }

  public static byte[] labels(int count) {
    ByteBuffer out = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    for (int i = 0; i < count; i++) {
      out.put((byte) (i % 10));
    }
    return out.array();
  }

  public static byte[] imagesHeader(int count, int rows, int columns) {
    return ByteBuffer.allocate(16).putInt(0x803).putInt(count).putInt(rows).putInt(columns).array();
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Four files of {@code train} and {@code test} samples of 2x3 pixels, images gzipped. */
  public static void writeFolder(Path folder, int train, int test) {
    write(folder, "train-images-idx3-ubyte.gz", gzip(images(train, 2, 3)));
    write(folder, "train-labels-idx1-ubyte", labels(train));
    write(folder, "t10k-images-idx3-ubyte.gz", gzip(images(test, 2, 3)));
    write(folder, "t10k-labels-idx1-ubyte", labels(test));
  }

  public static void write(Path folder, String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
