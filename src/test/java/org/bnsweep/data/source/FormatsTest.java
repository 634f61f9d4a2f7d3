package org.bnsweep.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.data.source.Loading.bytes;
import static org.bnsweep.data.source.Loading.load;
import static org.bnsweep.data.source.Loading.values;
import static org.bnsweep.data.source.Loading.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Reading.Scale;
import org.bnsweep.data.RealValues;
import org.bnsweep.data.Samples;
import org.bnsweep.data.format.IdxFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples in every format. */
class FormatsTest {
  private static final int DIGITS = 500;

  @TempDir Path folder;

  @Test
  void everyFormatGivesTheSamplesOfIdx() {
    SampleFiles files = new SampleFiles(folder, DIGITS);
    String idx = Dataset.of(files.digits(), Samples.none(784, 10)).checksum();

    // The checksum is of every bit that is trained on, so the curves are the same.
    assertThat(load(files.csv(), DIGITS).checksum()).isEqualTo(idx);
    assertThat(load(files.npz(), DIGITS).checksum()).isEqualTo(idx);
    assertThat(load(files.parquet(), DIGITS).checksum()).isEqualTo(idx);
    assertThat(load(files.parquetOfLists(), DIGITS).checksum()).isEqualTo(idx);
    assertThat(load(files.parquetOfImages(), DIGITS).checksum()).isEqualTo(idx);
    // The last pixels are 0 in all of them, which LIBSVM does not tell.
    Samples sparse = load(files.libsvm(), DIGITS).train();
    assertThat(sparse.features()).isBetween(700, 784);
    assertThat(
            IntStream.range(0, DIGITS)
                .allMatch(
                    i ->
                        sparse.label(i) == files.digits().label(i)
                            && IntStream.range(0, sparse.features())
                                .allMatch(j -> sparse.value(i, j) == files.digits().value(i, j))))
        .isTrue();
  }

  @Test
  void aGzipFileOfAnyNameIsUnpacked() {
    SampleFiles files = new SampleFiles(folder, 20);
    Path csv = files.csv();
    String checksum = load(csv, 20).checksum();

    assertThat(load(files.write("packed", IdxFiles.gzip(bytes(csv))), 20).checksum())
        .isEqualTo(checksum);
    assertThat(load(files.write("packed", IdxFiles.gzip(bytes(files.npz()))), 20).checksum())
        .isEqualTo(checksum);
  }

  @Test
  void readsATableOfMeasurements() {
    Path csv =
        write(
            folder,
            "iris.csv",
            "\ufeff\"sepal; length\";width;species\n5.1;3.5;0\n\"4.9\";-3e-1;1\n.25;3;1\n");

    Samples samples = load(csv, 3, r -> r.labelColumn = "species").train();

    assertThat(values(samples)).containsExactly(5.1, 3.5, 4.9, -0.3, 0.25, 3);
    assertThat(IntStream.range(0, 3).map(samples::label)).containsExactly(0, 1, 1);
    assertThat(load(csv, 3, r -> r.labelColumn = "3").checksum())
        .isEqualTo(load(csv, 3, r -> r.labelColumn = "species").checksum());
  }

  @Test
  void wholeNumbersUpTo255AreBytesUnlessTheyAreOnlyZerosAndOnes() {
    assertThat(values(load(write(folder, "a", "0,255\n1,51\n"), 2).train()))
        .containsExactly(1.0, (double) (51 / 255f));
    assertThat(values(load(write(folder, "b", "0,256\n1,51\n"), 2).train()))
        .containsExactly(256, 51);
    assertThat(values(load(write(folder, "c", "0,1\n1,0\n"), 2).train())).containsExactly(1, 0);
    assertThat(values(load(write(folder, "d", "0,255.0\n1,51\n"), 2).train()))
        .containsExactly(255, 51);
    assertThat(
            values(load(write(folder, "a", "0,255\n1,51\n"), 2, r -> r.scale = Scale.NONE).train()))
        .containsExactly(255, 51);
    assertThat(load(write(folder, "a", "0,255\n1,51\n"), 2).train().values())
        .isInstanceOf(ByteValues.class);
    assertThat(load(write(folder, "b", "0,256\n1,51\n"), 2).train().values())
        .isInstanceOf(RealValues.class);
  }

  @Test
  void libsvmFilesMayDifferInWidth() {
    Path train = write(folder, "train", "0 1:0.5 3:2\n1 2:1.5\n");
    Path test = write(folder, "test", "1 5:7 # five\n0 1:1\n");

    Dataset dataset = load(train, 2, 2, r -> r.testSource = test.toString());

    assertThat(values(dataset.train())).containsExactly(0.5, 0, 2, 0, 0, 0, 1.5, 0, 0, 0);
    assertThat(values(dataset.test())).containsExactly(0, 0, 0, 0, 7, 1, 0, 0, 0, 0);
  }

  @Test
  void libsvmFilesMayBeginWithCommentsAndSamplesOfZeros() {
    Path file = write(folder, "f", "\ufeff+1 # by hand\n\n# zeros\n0 # none\n1e0 2:1.5 # a:b\n");

    Samples samples = load(file, 3).train();

    assertThat(values(samples)).containsExactly(0, 0, 0, 0, 0, 1.5);
    assertThat(IntStream.range(0, 3).map(samples::label)).containsExactly(1, 0, 1);
  }

  @Test
  void npyFilesOfEveryOrder() {
    ByteBuffer doubles = ByteBuffer.allocate(48).order(ByteOrder.BIG_ENDIAN);
    DoubleStream.of(0, 1.5, 2.5, 1, 3.5, 4.5).forEach(doubles::putDouble);
    Path table = write(folder, "t", SampleFiles.npy(">f8", "(2, 3)", doubles.array()));
    byte[] fortran = SampleFiles.npy("|u1", "(2, 3)", new byte[] {0, 1, 10, 30, 20, 40});
    String header = new String(fortran, StandardCharsets.ISO_8859_1);
    Path turned =
        write(folder, "f", header.replace("False", "True ").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(values(load(table, 2).train())).containsExactly(1.5, 2.5, 3.5, 4.5);
    assertThat(values(load(turned, 2, r -> r.scale = Scale.NONE).train()))
        .containsExactly(10, 20, 30, 40);
  }

  @Test
  void aFolderOfNpyFiles() {
    write(folder, "x_train.npy", SampleFiles.npy("|u1", "(2, 1, 2)", new byte[] {1, 2, 3, 4}));
    write(folder, "y_train.npy", SampleFiles.npy("|u1", "(2, 1)", new byte[] {0, 1}));
    write(folder, "x_test.npy", SampleFiles.npy("|u1", "(1, 1, 2)", new byte[] {5, 6}));
    write(folder, "y_test.npy", SampleFiles.npy("|u1", "(1,)", new byte[] {1}));

    Dataset dataset = load(folder, 2, 1, r -> r.scale = Scale.NONE);

    assertThat(values(dataset.train())).containsExactly(1, 2, 3, 4);
    assertThat(values(dataset.test())).containsExactly(5, 6);
  }
}
