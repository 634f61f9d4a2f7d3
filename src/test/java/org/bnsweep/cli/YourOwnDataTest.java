package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bnsweep.data.format.IdxFiles;
import org.bnsweep.data.source.SampleFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/your-own-data.md, as they stand there, on small files of these names. */
class YourOwnDataTest {
  private static final int PIXELS = 4;

  @TempDir static Path folder;

  static List<String> examples() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("docs/your-own-data.md"));
    return lines.stream().filter(line -> line.startsWith("bnsweep trial ")).toList();
  }

  @BeforeAll
  static void write() throws IOException {
    StringBuilder digits = new StringBuilder("label,pixel0,pixel1,pixel2,pixel3\n");
    for (int i = 0; i < 5000; i++) {
      digits.append(i % 10);
      for (int j = 0; j < PIXELS; j++) {
        digits.append(',').append((i * 37 + j * 91) % 256);
      }
      digits.append('\n');
    }
    Files.writeString(folder.resolve("train.csv"), digits);

    StringBuilder iris = new StringBuilder("sepal,petal,species\n");
    for (int i = 0; i < 150; i++) {
      iris.append(i % 7 / 10.0).append(',').append(i % 3 * 1.5).append(',').append(i % 3);
      iris.append('\n');
    }
    Files.writeString(folder.resolve("iris.csv"), iris);

    ByteArrayOutputStream npz = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(npz)) {
      for (String part : List.of("train", "test")) {
        put(zip, "x_" + part, SampleFiles.npy("|u1", "(1000, 2, 2)", bytes(1000 * PIXELS, 256)));
        put(zip, "y_" + part, SampleFiles.npy("|u1", "(1000,)", bytes(1000, 10)));
      }
    }
    Files.write(folder.resolve("mnist.npz"), npz.toByteArray());

    Path emnist = Files.createDirectory(folder.resolve("emnist"));
    for (String set : List.of("letters", "digits")) {
      byte[] images = IdxFiles.images(1300, 2, 2);
      byte[] labels = IdxFiles.labels(1300);
      for (int i = 0; i < 1300; i++) {
        labels[8 + i] = (byte) (1 + i % 26);
      }
      String start = "emnist-" + set + "-train-";
      IdxFiles.write(emnist, start + "images-idx3-ubyte.gz", IdxFiles.gzip(images));
      IdxFiles.write(emnist, start + "labels-idx1-ubyte.gz", IdxFiles.gzip(labels));
    }

    Files.move(new SampleFiles(folder, 500).parquetOfImages(), folder.resolve("train.parquet"));
    Files.move(new SampleFiles(folder, 100).parquetOfImages(), folder.resolve("test.parquet"));
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name + ".npy"));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] bytes(int count, int below) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31 % below);
    }
    return bytes;
  }

  CliRun run(List<String> words) throws Exception {
    return CliRun.of(words.toArray(String[]::new));
  }

  @Test
  void thereAreFive() throws IOException {
    assertThat(examples()).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runs(String example) throws Exception {
    String here = example.replaceAll("source=", "source=" + folder + "/");
    List<String> words = new ArrayList<>(List.of(here.split(" ")));
    words.remove("bnsweep");
    words.addAll(List.of("--set", "epochs=2"));

    CliRun run = run(words);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(2).allMatch(line -> line.startsWith("epoch:"));
    assertThat(run.out().contains("| test ")).isEqualTo(example.contains("test_size"));
  }
}
