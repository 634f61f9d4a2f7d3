package org.bnsweep.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Reading;
import org.bnsweep.data.Reading.Orientation;
import org.bnsweep.data.Reading.Scale;
import org.bnsweep.data.RealValues;
import org.bnsweep.data.Samples;
import org.bnsweep.data.Selection;
import org.bnsweep.data.Selection.Select;
import org.bnsweep.data.format.IdxFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples in every format, right and wrong. */
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
                            && sparse.value(i, 400) == files.digits().value(i, 400)))
        .isTrue();
  }

  @Test
  void aGzipFileOfAnyNameIsUnpacked() {
    SampleFiles files = new SampleFiles(folder, 20);
    Path csv = files.csv();
    String checksum = load(csv, 20).checksum();

    assertThat(load(files.write("packed", IdxFiles.gzip(bytes(csv))), 20).checksum())
        .isEqualTo(checksum);
  }

  @Test
  void readsATableOfMeasurements() {
    Path csv =
        write(
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
    assertThat(values(load(write("a", "0,255\n1,51\n"), 2).train()))
        .containsExactly(1.0, (double) (51 / 255f));
    assertThat(values(load(write("b", "0,256\n1,51\n"), 2).train())).containsExactly(256, 51);
    assertThat(values(load(write("c", "0,1\n1,0\n"), 2).train())).containsExactly(1, 0);
    assertThat(values(load(write("d", "0,255.0\n1,51\n"), 2).train())).containsExactly(255, 51);
    assertThat(values(load(write("a", "0,255\n1,51\n"), 2, r -> r.scale = Scale.NONE).train()))
        .containsExactly(255, 51);
    assertThat(load(write("a", "0,255\n1,51\n"), 2).train().values())
        .isInstanceOf(ByteValues.class);
    assertThat(load(write("b", "0,256\n1,51\n"), 2).train().values())
        .isInstanceOf(RealValues.class);
  }

  @Test
  void standardizesAsNumPyDoes() {
    Path csv = write("x.csv", "0,0.1,7\n1,0.2,7\n1,0.4,7\n");

    Samples samples = load(csv, 3, r -> r.scale = Scale.STANDARDIZE).train();

    // x = numpy.array([0.1, 0.2, 0.4]); (x - x.mean()) / x.std()
    assertThat(values(samples))
        .containsExactly(-1.0690449676496976, 0, -0.2672612419124245, 0, 1.3363062095621216, 0);
  }

  @Test
  void libsvmFilesMayDifferInWidth() {
    Path train = write("train", "0 1:0.5 3:2\n1 2:1.5\n");
    Path test = write("test", "1 5:7 # five\n0 1:1\n");

    Dataset dataset = load(train, 2, 2, r -> r.testSource = test.toString());

    assertThat(values(dataset.train())).containsExactly(0.5, 0, 2, 0, 0, 0, 1.5, 0, 0, 0);
    assertThat(values(dataset.test())).containsExactly(0, 0, 0, 0, 7, 1, 0, 0, 0, 0);
  }

  @Test
  void npyFilesOfEveryOrder() {
    ByteBuffer doubles = ByteBuffer.allocate(48).order(ByteOrder.BIG_ENDIAN);
    DoubleStream.of(0, 1.5, 2.5, 1, 3.5, 4.5).forEach(doubles::putDouble);
    Path table = write("t", SampleFiles.npy(">f8", "(2, 3)", doubles.array()));
    byte[] fortran = SampleFiles.npy("|u1", "(2, 3)", new byte[] {0, 1, 10, 30, 20, 40});
    String header = new String(fortran, StandardCharsets.ISO_8859_1);
    Path turned =
        write("f", header.replace("False", "True ").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(values(load(table, 2).train())).containsExactly(1.5, 2.5, 3.5, 4.5);
    assertThat(values(load(turned, 2, r -> r.scale = Scale.NONE).train()))
        .containsExactly(10, 20, 30, 40);
  }

  @Test
  void aFolderOfNpyFiles() {
    write("x_train.npy", SampleFiles.npy("|u1", "(2, 1, 2)", new byte[] {1, 2, 3, 4}));
    write("y_train.npy", SampleFiles.npy("|u1", "(2, 1)", new byte[] {0, 1}));
    write("x_test.npy", SampleFiles.npy("|u1", "(1, 1, 2)", new byte[] {5, 6}));
    write("y_test.npy", SampleFiles.npy("|u1", "(1,)", new byte[] {1}));

    Dataset dataset = load(folder, 2, 1, r -> r.scale = Scale.NONE);

    assertThat(values(dataset.train())).containsExactly(1, 2, 3, 4);
    assertThat(values(dataset.test())).containsExactly(5, 6);
  }

  @Test
  void transposesImages() {
    IdxFiles.writeFolder(folder, 3, 1);
    byte[] image = IdxFiles.images(1, 2, 3);
    IntStream.range(0, 6).forEach(j -> image[16 + j] = (byte) j);
    IdxFiles.write(folder, "train-images-idx3-ubyte", image);
    IdxFiles.write(folder, "train-labels-idx1-ubyte", IdxFiles.labels(1));

    Samples samples =
        load(
                folder,
                1,
                r -> {
                  r.scale = Scale.NONE;
                  r.transpose = Orientation.TRANSPOSED;
                })
            .train();

    assertThat(values(samples)).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(
            values(
                load(
                        write("sq", "0,1,2,3,4\n"),
                        1,
                        r -> {
                          r.scale = Scale.NONE;
                          r.transpose = Orientation.TRANSPOSED;
                        })
                    .train()))
        .containsExactly(1, 3, 2, 4);
  }

  @Test
  void splitsAndSelects() {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 100).forEach(i -> text.append(i / 50).append(',').append(i).append(".5\n"));
    Path csv = write("sorted.csv", text.toString());

    Dataset split =
        load(csv, 80, 20, new Selection(Select.FIRST, 7, 0.2), new ReadingBuilder().build());
    Dataset random =
        load(csv, 5, 0, new Selection(Select.RANDOM, 7, 0), new ReadingBuilder().build());
    Dataset fair =
        load(csv, 11, 0, new Selection(Select.STRATIFIED, 7, 0), new ReadingBuilder().build());

    // sorted(numpy.random.RandomState(7).permutation(100)[:20])[:4]
    assertThat(Arrays.copyOf(values(split.test()), 4)).containsExactly(SPLIT);
    assertThat(
            DoubleStream.concat(
                    Arrays.stream(values(split.train())), Arrays.stream(values(split.test())))
                .sorted())
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> i + 0.5).toList());
    // numpy.random.RandomState(7).permutation(100)[:5]
    assertThat(values(random.train())).containsExactly(RANDOM);
    assertThat(fair.train().labels().counts()).containsExactly(6, 5);
    assertThat(load(csv, 11).train().labels().counts()).containsExactly(11, 0);
  }

  private static final double[] SPLIT = {11.5, 12.5, 13.5, 15.5};
  private static final double[] RANDOM = {37.5, 26.5, 78.5, 91.5, 49.5};

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "label,a~0,x           | f: line 2, column 2 (a) is \"x\", must be a number",
        "label,a~0,            | f: line 2, column 2 (a) is empty, must be a number",
        "label,a~0,1~1,NaN     | f: line 3, column 2 (a) is NaN, must be a finite number",
        "label,a~0,-inf        | f: line 2, column 2 (a) is -Infinity, must be a finite number",
        "label,a~0,1~1         | f: line 3 has 1 column, must be 2 as line 1",
        "label,a~0,1,2         | f: line 2 has 3 columns, must be 2 as line 1",
        "label,a,a~0,1,2       | f: has two columns that are called a, must be one",
        "label,a~0.5,1         | f: line 2 has label 0.5, must be a whole number that names a"
            + " class",
        "label,a~cat,1         | f: line 2, column 1 (label) is \"cat\", must be a number",
        "label,a               | f: has no samples, must have at least one",
        "1,0~26,1~2,5          | f: has labels 1 to 26",
        "1,9~2,8~3,7           | f: has labels 1 to 3, must start at 0: data.label_offset=1 makes"
            + " them 0 to 2, data.classes=4 keeps them",
        "-1,9~1,8              | f: has labels -1 to 1, must start at 0: data.label_offset=-1 makes"
            + " them 0 to 2",
        "99999,9~1,8           | f: has label 99999, must be below 65536; is data.label_column the"
            + " right one?",
        "0 1:1~1 2:x           | f: line 2 has 2:x, must be index:value with a number",
        "0 1:1~1 3:1 2:1       | f: line 2 has index 2 after 3, must ascend from 1",
        "0 1:1~1 2:1 2:1       | f: line 2 has index 2 twice, must ascend from 1",
        "0 1:1~1 0:1           | f: line 2 has index 0 after 0, must ascend from 1",
        "0 1:1~1 1:nan         | f: line 2 index 1 is NaN, must be a finite number",
        "0 1:1~1 99999999:1    | f: line 2 has index 99999999, must be at most 10000000",
        "0 1:1~x 2:1           | f: line 2 begins with x, must begin with a label",
        "<!DOCTYPE html>,      | f: is a web page, must be Parquet, NPZ or NPY, LIBSVM, CSV, a"
            + " folder of IDX files"
      })
  void saysWhatIsWrongWithText(String text, String message) {
    Path file = write("f", text.strip().replace('~', '\n') + "\n");
    if (!message.endsWith("26")) {
      assertRejects(file, 1, message.replaceFirst("^f", file.toString()));
    } else {
      // Not plain to see, since the classes between have no samples.
      assertThat(load(file, 1).classes()).isEqualTo(27);
    }
  }

  @Test
  void saysWhatIsWrongWithArrays() {
    byte[] good = SampleFiles.npy("|u1", "(2, 2)", new byte[] {0, 1, 1, 2});
    Path f = folder.resolve("f");
    write("f", Arrays.copyOf(good, good.length - 1));
    assertRejects(
        f,
        2,
        f + ": is truncated: 3 bytes after its header, which promises an array of (2, 2), 4 bytes");
    write("f", Arrays.copyOf(good, good.length + 1));
    assertRejects(f, 2, f + ": is too long: its header promises an array of (2, 2)");
    write("f", SampleFiles.npy("|O", "(2, 2)", new byte[4]));
    assertRejects(
        f, 1, f + ": has Python objects, must have numbers: astype('float64') or astype('uint8')");
    write("f", SampleFiles.npy("|u1", "(2000000000, 2)", new byte[4]));
    assertRejects(
        f,
        1,
        f
            + ": is truncated: 4 bytes after its header, which promises an array of (2000000000,"
            + " 2), 4000000000 bytes");
    ByteBuffer nan = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    nan.putDouble(0).putDouble(1).putDouble(1).putDouble(Double.NaN);
    write("f", SampleFiles.npy("<f8", "(2, 2)", nan.array()));
    assertRejects(f, 1, f + ": row 2, column 2 is NaN, must be a finite number");
    write("f", SampleFiles.npy("|u1", "(4,)", new byte[4]));
    assertRejects(
        f,
        1,
        f
            + ": is one array of (4), must be a table of two dimensions with the labels in a"
            + " column, or be beside its labels in a folder or an NPZ file");
  }

  @Test
  void saysWhatIsWrongWithParquet() {
    SampleFiles files = new SampleFiles(folder, 3);
    Path text = files.copy("SELECT 1 AS label, 'x' AS a", "text.parquet");
    assertRejects(
        text,
        1,
        text
            + ": column 2 (a) is text or bytes, must be numbers; beside the labels there may be"
            + " numbers, or one list, or one image");
    Path empty = files.copy("SELECT 1 AS label, 2 AS a UNION ALL SELECT 1, NULL", "null.parquet");
    assertRejects(empty, 1, empty + ": row 2, column 2 (a) is empty, must be a number");
    Path ragged = files.copy("SELECT 0 AS label, [1, 2] AS a UNION ALL SELECT 1, [1]", "r.parquet");
    assertRejects(ragged, 1, ragged + ": row 2 has 1 values, must be 2 as row 1");
    Path nan = files.copy("SELECT 0 AS label, 'nan'::DOUBLE AS a", "nan.parquet");
    assertRejects(nan, 1, nan + ": row 1, column 2 (a) is NaN, must be a finite number");
    byte[] whole = bytes(files.parquet());
    Path cut = write("cut.parquet", Arrays.copyOf(whole, whole.length / 2));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(cut, 1))
        .withMessageStartingWith(cut + ": is a damaged Parquet file: ");
  }

  @Test
  void saysThatThereIsNoTestSet() {
    Path csv = write("x.csv", "0,1\n1,2\n");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(csv, 1, 1, r -> {}))
        .withMessage(
            "data.test_size is 1, but "
                + csv
                + " has no test samples; data.test_source may name their file,"
                + " or data.test_share=0.2 sets some aside");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(csv, 2, r -> r.labelColumn = "species"))
        .withMessage("data.label_column is species, but " + csv + " has 2: columns without names");
  }

  @Test
  void saysThatTestSamplesHaveAnotherWidth() {
    Path train = write("x.csv", "0,1\n1,2\n");
    Path test = write("y.csv", "0,1,2\n");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(train, 1, 1, r -> r.testSource = test.toString()))
        .withMessage(test + ": has 2 features, must be 1 feature as in " + train);
  }

  /** Mutable, as tests set one thing each. */
  private static final class ReadingBuilder {
    private String testSource = "";
    private OptionalInt classes = OptionalInt.empty();
    private String labelColumn = "";
    private Orientation transpose = Orientation.AS_STORED;
    private Scale scale = Scale.AUTO;

    Reading build() {
      return new Reading(
          optional(testSource),
          classes,
          OptionalInt.empty(),
          optional(labelColumn),
          Optional.empty(),
          transpose,
          scale);
    }

    private static Optional<String> optional(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
  }

  private interface Change {
    void to(ReadingBuilder reading);
  }

  private static double[] values(Samples samples) {
    return IntStream.range(0, samples.count() * samples.features())
        .mapToDouble(samples.values()::at)
        .toArray();
  }

  private static Dataset load(Path source, int train) {
    return load(source, train, reading -> {});
  }

  private static Dataset load(Path source, int train, Change change) {
    return load(source, train, 0, change);
  }

  private static Dataset load(Path source, int train, int test, Change change) {
    ReadingBuilder reading = new ReadingBuilder();
    change.to(reading);
    return load(source, train, test, Selection.DEFAULT, reading.build());
  }

  private static Dataset load(
      Path source, int train, int test, Selection selection, Reading reading) {
    return SampleSource.load(
        new DataSettings(source.toString(), train, test, selection, reading), Configuration::new);
  }

  private static void assertRejects(Path file, int train, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(file, train))
        .withMessage(message);
  }

  private Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] content) {
    IdxFiles.write(folder, name, content);
    return folder.resolve(name);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
