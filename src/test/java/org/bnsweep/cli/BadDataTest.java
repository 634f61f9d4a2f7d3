package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.cli.CliRun.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bnsweep.data.source.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong samples, found before a run folder is made. */
class BadDataTest {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  @TempDir Path folder;
  private String config;
  private Path runs;

  @BeforeEach
  void writeConfig() throws IOException {
    config = TinyRun.config(folder);
    runs = folder.resolve("runs");
  }

  /** A run into {@code runs/run}, which must not appear. */
  private void assertRunRefused(String message, String... settings) {
    String[] arguments = new String[4 + 2 * settings.length];
    arguments[0] = "run";
    arguments[1] = config;
    arguments[2] = "--out";
    arguments[3] = runs.resolve("run").toString();
    for (int i = 0; i < settings.length; i++) {
      arguments[4 + 2 * i] = "--set";
      arguments[5 + 2 * i] = settings[i];
    }
    assertRefused(message, arguments);
    assertThat(runs).doesNotExist();
  }

  /** A folder with 20 images of 2 x 2 and their labels. */
  private Path data() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    write(data, "train-images-idx3-ubyte", idx(80, IMAGES, 20, 2, 2));
    write(data, "train-labels-idx1-ubyte", idx(20, LABELS, 20));
    return data;
  }

  private static byte[] idx(int bytes, int... header) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    for (int number : header) {
      out.writeInt(number);
    }
    out.write(new byte[bytes]);
    return file.toByteArray();
  }

  private static void write(Path folder, String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  @Test
  void rejectsMoreSamplesThanThereAre() {
    assertRunRefused(
        "data.train_size is 2000, must be at most 1000, the samples in "
            + "embedded:train-images-idx3-ubyte.gz; fetch mnist gets all 60000 and 10000",
        "train_size=2000");
  }

  @Test
  void rejectsAMissingDataFolder() {
    assertRunRefused(
        "data.source is "
            + folder
            + "/nowhere, but there is no such file or folder; it must be embedded, or a file,"
            + " folder or URI",
        "source=" + folder + "/nowhere");
  }

  @Test
  void rejectsALabelFileGivenAsImages() throws IOException {
    Path data = data();
    write(data, "train-images-idx3-ubyte", idx(20, LABELS, 20));

    assertRunRefused(
        data
            + "/train-images-idx3-ubyte: has labels (magic 0x00000801), "
            + "expected images (magic 0x00000803)",
        "source=" + data);
  }

  @Test
  void rejectsATruncatedFileOfImages() throws IOException {
    Path data = data();
    write(data, "train-images-idx3-ubyte", idx(79, IMAGES, 20, 2, 2));

    assertRunRefused(
        data
            + "/train-images-idx3-ubyte: is truncated: 95 bytes, its header promises 20 images of "
            + "2x2, 96 bytes",
        "source=" + data);
  }

  @Test
  void rejectsAnEmptyFileOfLabels() throws IOException {
    Path data = data();
    write(data, "train-labels-idx1-ubyte", new byte[0]);

    assertRunRefused(
        data + "/train-labels-idx1-ubyte: is empty, expected labels (magic 0x00000801)",
        "source=" + data);
  }

  @Test
  void rejectsAHeaderThatPromisesTwoBillionImages() throws IOException {
    Path data = data();
    write(data, "train-images-idx3-ubyte", idx(80, IMAGES, 2_000_000_000, 28, 28));

    assertRunRefused(
        data
            + "/train-images-idx3-ubyte: is truncated: 96 bytes, its header promises 2000000000 "
            + "images of 28x28, 1568000000016 bytes",
        "source=" + data);
  }

  @Test
  void rejectsACutArchiveOfArrays() throws IOException {
    Path npz = new SampleFiles(folder, 3).npz();
    byte[] whole = Files.readAllBytes(npz);
    Files.write(npz, Arrays.copyOf(whole, whole.length / 2));

    assertRunRefused(npz + ": is cut short, expected a complete file", "source=" + npz);
  }

  @Test
  void rejectsAParquetFileWithDates() {
    Path parquet =
        new SampleFiles(folder, 1).copy("SELECT 0 AS label, DATE '2026-01-01' AS day", "x.parquet");

    assertRunRefused(
        parquet
            + ": column 2 (day) is dates or times, must be numbers; beside the labels there may be"
            + " numbers, or one list, or one image",
        "source=" + parquet);
  }

  @Test
  void rejectsCountsThatDisagree() throws IOException {
    Path data = data();
    write(data, "train-labels-idx1-ubyte", idx(21, LABELS, 21));

    assertRunRefused(
        data
            + "/train-labels-idx1-ubyte: has 21 labels, must be 20 as the images in "
            + data
            + "/train-images-idx3-ubyte",
        "source=" + data);
  }
}
