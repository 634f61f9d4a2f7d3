package org.bnsweep.data.source;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bnsweep.data.source.Loading.bytes;
import static org.bnsweep.data.source.Loading.load;
import static org.bnsweep.data.source.Loading.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Reading;
import org.bnsweep.data.Selection;
import org.bnsweep.data.format.IdxFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of samples that are refused, with file, row and column. */
class BadSamplesTest {
  @TempDir Path folder;

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
        "x,z~cat,1             | f: line 2, column 1 (x) is \"cat\", must be a number; the first"
            + " column has the labels unless data.label_column names another",
        "0.5,1~1,2             | f: line 1 has label 0.5, must be a whole number that names a"
            + " class; the first column has the labels unless data.label_column names another",
        "1,,3~0,1,2            | f: line 1, column 2 is empty, must be a number",
        "label,a~cat,1         | f: line 2, column 1 (label) is \"cat\", must be a number",
        "label,a               | f: has no samples, must have at least one",
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
    Path file = write(folder, "f", text.strip().replace('~', '\n') + "\n");
    assertRejects(file, 1, file + message.substring(1));
  }

  @Test
  void saysWhatIsWrongWithArrays() {
    byte[] good = SampleFiles.npy("|u1", "(2, 2)", new byte[] {0, 1, 1, 2});
    Path f = folder.resolve("f");
    write(folder, "f", Arrays.copyOf(good, good.length - 1));
    assertRejects(
        f,
        2,
        f + ": is truncated: 3 bytes after its header, which promises an array of (2, 2), 4 bytes");
    write(folder, "f", Arrays.copyOf(good, good.length + 1));
    assertRejects(f, 2, f + ": is too long: its header promises an array of (2, 2)");
    write(folder, "f", SampleFiles.npy("|O", "(2, 2)", new byte[4]));
    assertRejects(
        f, 1, f + ": has Python objects, must have numbers: astype('float64') or astype('uint8')");
    write(folder, "f", SampleFiles.npy("|u1", "(2000000000, 2)", new byte[4]));
    assertRejects(
        f,
        1,
        f
            + ": is truncated: 4 bytes after its header, which promises an array of (2000000000,"
            + " 2), 4000000000 bytes");
    ByteBuffer nan = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    nan.putDouble(0).putDouble(1).putDouble(1).putDouble(Double.NaN);
    write(folder, "f", SampleFiles.npy("<f8", "(2, 2)", nan.array()));
    assertRejects(f, 1, f + ": row 2, column 2 is NaN, must be a finite number");
    write(folder, "f", SampleFiles.npy("|u1", "(4,)", new byte[4]));
    assertRejects(
        f,
        1,
        f
            + ": is one array of (4), must be a table of two dimensions with the labels in a"
            + " column, or be beside its labels in a folder or an NPZ file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "u1 | (1, 200000000) | is truncated: 4 bytes after its header, which promises an array of"
            + " (1, 200000000), 200000000 bytes",
        // More than fits into memory, but then it is not there.
        "f8 | (1, 200000000) | is truncated: 4 bytes after its header, which promises an array of"
            + " (1, 200000000), 1600000000 bytes",
        "u1 | (1, 268435456) | has samples of more than 268435455 values",
        "u1 | (2, 0) | has samples of no values, must have one or more: (2, 0)",
        "u1 | (2, 0, 28) | has samples of no values, must have one or more: (2, 0, 28)",
        "u1 | (2147483648, 2) | has more than 2147483647 samples",
        "u1 | (99999999999999999999, 2) | has more than 2147483647 samples",
        "u1 | (2, 99999999999999999999) | has samples of more than 268435455 values",
        "u1 | (2, 4294967296, 4294967296) | has samples of more than 268435455 values",
      })
  void believesNoHeaderOfAnArray(String type, String shape, String message) {
    Path f = write(folder, "f", SampleFiles.npy("<" + type, shape, new byte[4]));
    assertRejects(f, 1, f + ": " + message);
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
    Path days = files.copy("SELECT 1 AS label, DATE '2026-01-01' AS a", "days.parquet");
    Path times = files.copy("SELECT 1 AS label, TIMESTAMP '2026-01-01 00:00:00' AS a", "t.parquet");
    for (Path file : new Path[] {days, times}) {
      assertRejects(
          file,
          1,
          file
              + ": column 2 (a) is dates or times, must be numbers; beside the labels there may be"
              + " numbers, or one list, or one image");
    }
    Path packed = write(folder, "packed", IdxFiles.gzip(bytes(days)));
    assertRejects(packed, 1, packed + ": is a Parquet file packed with gzip, must be unpacked");
    Path empty = files.copy("SELECT 1 AS label, 2 AS a UNION ALL SELECT 1, NULL", "null.parquet");
    assertRejects(empty, 1, empty + ": row 2, column 2 (a) is empty, must be a number");
    Path ragged = files.copy("SELECT 0 AS label, [1, 2] AS a UNION ALL SELECT 1, [1]", "r.parquet");
    assertRejects(ragged, 1, ragged + ": row 2 has 1 values, must be 2 as row 1");
    Path nan = files.copy("SELECT 0 AS label, 'nan'::DOUBLE AS a", "nan.parquet");
    assertRejects(nan, 1, nan + ": row 1, column 2 (a) is NaN, must be a finite number");
    byte[] whole = bytes(files.parquet());
    Path cut = write(folder, "cut.parquet", Arrays.copyOf(whole, whole.length / 2));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(cut, 1))
        .withMessageStartingWith(cut + ": is a damaged Parquet file: ");
  }

  @Test
  void saysThatTestSamplesWouldBeTooWide() {
    long memory = Runtime.getRuntime().maxMemory();
    long row = 10_000_000L * Double.BYTES;
    int rows = (int) (memory / 2 / row + 1);
    Path train = write(folder, "train", "0 1:0.5\n".repeat(rows));
    Path test = write(folder, "test", "0 10000000:1.5\n");

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(train, rows, 1, r -> r.testSource = test.toString()))
        .withMessage(
            train
                + ": takes more than %d MB, twice as much while it is read, and Java has %d; take"
                + " fewer samples without data.select, or give it more with -Xmx",
            (rows * row) >> 20,
            memory >> 20);
  }

  @Test
  void saysThatLabelsBeginLaterThanClasses() {
    Path file = write(folder, "f", "1,9\n3,8\n2,7\n");
    Reading reading = new Loading.ReadingBuilder().build();
    Reading three =
        new Reading(
            reading.testSource(),
            OptionalInt.of(3),
            reading.labelOffset(),
            reading.labelColumn(),
            reading.prefix(),
            reading.transpose(),
            reading.scale());

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(file, 3, 0, Selection.DEFAULT, three))
        .withMessage(
            file + ": label 3 of sample 1 is not in 0..2; data.label_offset=1 makes them 0 to 2");
  }

  @Test
  void saysThatThereIsNoTestSet() {
    Path csv = write(folder, "x.csv", "0,1\n1,2\n");
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
    Path train = write(folder, "x.csv", "0,1\n1,2\n");
    Path test = write(folder, "y.csv", "0,1,2\n");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(train, 1, 1, r -> r.testSource = test.toString()))
        .withMessage(test + ": has 2 features, must be 1 feature as in " + train);
  }

  private static void assertRejects(Path file, int train, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(file, train))
        .withMessage(message);
  }
}
