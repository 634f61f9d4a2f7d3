package org.bnsweep.data.source;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.ByteValues.Meaning;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Samples;

/** Writes the first digits that come with the program in every format that is read. */
public final class SampleFiles {
  /** Pixels of a side. */
  private static final int SIDE = 28;

  private final Path folder;
  private final Samples digits;
  private final ByteValues bytes;

  /** For the first {@code count} digits. */
  public SampleFiles(Path folder, int count) {
    this.folder = folder;
    this.digits =
        SampleSource.load(new DataSettings(DataSettings.EMBEDDED, count, 0), Configuration::new)
            .train();
    this.bytes = ((ByteValues) digits.values()).as(Meaning.NUMBER);
  }

  private int pixel(int row, int column) {
    return (int) bytes.at(row * digits.features() + column);
  }

  /** The digits themselves. */
  public Samples digits() {
    return digits;
  }

  /** A file with this content. */
  public Path write(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text file. */
  public Path write(String name, String content) {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** As Kaggle has MNIST: a header, the label first. */
  public Path csv() {
    StringBuilder text = new StringBuilder("label");
    IntStream.range(0, digits.features()).forEach(j -> text.append(",pixel").append(j));
    text.append('\n');
    for (int i = 0; i < digits.count(); i++) {
      text.append(digits.label(i));
      for (int j = 0; j < digits.features(); j++) {
        text.append(',').append(pixel(i, j));
      }
      text.append('\n');
    }
    return write("digits.csv", text.toString());
  }

  /** Zeros left out, indices from 1. */
  public Path libsvm() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.count(); i++) {
      text.append(digits.label(i));
      for (int j = 0; j < digits.features(); j++) {
        if (pixel(i, j) != 0) {
          text.append(' ').append(j + 1).append(':').append(pixel(i, j));
        }
      }
      text.append('\n');
    }
    return write("digits.libsvm", text.toString());
  }

  /** The content of an NPY file of bytes. */
  public static byte[] npy(String type, String shape, byte[] data) {
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
    return ByteBuffer.allocate(10 + padded.length() + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .put(data)
        .array();
  }

  private byte[] pixels() {
    byte[] pixels = new byte[digits.count() * digits.features()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) bytes.at(i);
    }
    return pixels;
  }

  /** As Keras has MNIST. */
  public Path npz() {
    ByteBuffer labels = ByteBuffer.allocate(8 * digits.count()).order(ByteOrder.LITTLE_ENDIAN);
    IntStream.range(0, digits.count()).forEach(i -> labels.putLong(digits.label(i)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "y_train.npy", npy("<i8", "(" + digits.count() + ",)", labels.array()));
      String shape = "(" + digits.count() + ", 28, 28)";
      put(zip, "x_train.npy", npy("|u1", shape, pixels()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return write("digits.npz", out.toByteArray());
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /** The table of {@link #csv}, written by DuckDB. */
  public Path parquet() {
    return copy("SELECT * FROM '" + csv() + "'", "digits.parquet");
  }

  /** All pixels in a list. */
  public Path parquetOfLists() {
    String pixels =
        IntStream.range(0, digits.features())
            .mapToObj(j -> "pixel" + j)
            .collect(Collectors.joining(", "));
    return copy("SELECT label, [" + pixels + "] AS pixels FROM '" + csv() + "'", "lists.parquet");
  }

  /** Each digit as a PNG, as the data sets of Hugging Face have them. */
  public Path parquetOfImages() {
    StringBuilder text = new StringBuilder("label,png\n");
    for (int i = 0; i < digits.count(); i++) {
      String png = Base64.getEncoder().encodeToString(png(i));
      text.append(digits.label(i)).append(',').append(png).append('\n');
    }
    Path csv = write("png.csv", text.toString());
    return copy(
        "SELECT {'bytes': from_base64(png), 'path': 'a.png'} AS image, label FROM '" + csv + "'",
        "images.parquet");
  }

  private byte[] png(int row) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int j = 0; j < digits.features(); j++) {
      image.getRaster().setSample(j % SIDE, j / SIDE, 0, pixel(row, j));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream png = out) {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** What DuckDB makes of a query. */
  public Path copy(String query, String name) {
    Path file = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
