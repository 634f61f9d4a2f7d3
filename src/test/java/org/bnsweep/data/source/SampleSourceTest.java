package org.bnsweep.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bnsweep.data.format.IdxFiles.gzip;
import static org.bnsweep.data.format.IdxFiles.images;
import static org.bnsweep.data.format.IdxFiles.labels;
import static org.bnsweep.data.format.IdxFiles.write;
import static org.bnsweep.data.format.IdxFiles.writeFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Labels;
import org.bnsweep.data.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SampleSourceTest {
  @TempDir Path folder;

  @Test
  void embedsTheFirstThousandOfBothSets() {
    Dataset dataset = embedded(1000, 1000);

    assertThat(classCounts(dataset.train()))
        .containsExactly(97, 116, 99, 93, 105, 92, 94, 117, 87, 100);
    assertThat(IntStream.range(0, 6).map(dataset.train()::label)).containsExactly(5, 0, 4, 1, 9, 2);
    assertThat(IntStream.range(0, 6).map(dataset.test()::label)).containsExactly(7, 2, 1, 0, 4, 1);
    assertThat(dataset.train().features()).isEqualTo(784);
    assertThat(dataset.checksum())
        .isEqualTo("1a0965079dfd4210860cad19bc6c5410fe9c0c18587efbb2bdd86c56c42105fa");
  }

  @Test
  void needsNoHadoopForTheEmbeddedSet() {
    Dataset dataset =
        SampleSource.load(
            new DataSettings("embedded", 10, 0),
            () -> {
              throw new AssertionError("Hadoop was asked for");
            });

    assertThat(dataset.train().count()).isEqualTo(10);
    assertThat(dataset.test().count()).isZero();
    assertThat(dataset.test().features()).isEqualTo(784);
  }

  @Test
  void readsAFolderOfPlainAndGzippedFiles() {
    writeFolder(folder, 12, 4);

    Dataset dataset = load(11, 2);

    assertThat(dataset.train().count()).isEqualTo(11);
    assertThat(dataset.train().features()).isEqualTo(6);
    assertThat(dataset.train().value(10, 5)).isEqualTo((double) (10 / 255f));
    assertThat(dataset.train().label(10)).isZero();
    assertThat(dataset.test().count()).isEqualTo(2);
    assertThat(dataset.test().label(1)).isEqualTo(1);
  }

  @Test
  void readsAUri() {
    writeFolder(folder, 3, 1);
    DataSettings settings = new DataSettings(folder.toUri().toString(), 3, 1);
    assertThat(SampleSource.load(settings, Configuration::new).checksum())
        .isEqualTo(load(3, 1).checksum());
  }

  @Test
  void leavesTestFilesAloneWhereNoTestSamplesAreAskedFor() throws IOException {
    writeFolder(folder, 3, 1);
    Files.delete(folder.resolve("t10k-images-idx3-ubyte.gz"));
    assertThat(load(3, 0).test().count()).isZero();
  }

  @Test
  void prefersThePlainFile() {
    writeFolder(folder, 3, 1);
    write(folder, "train-images-idx3-ubyte", images(3, 1, 1));
    assertThat(load(3, 0).train().features()).isEqualTo(1);
  }

  @Test
  void theChecksumIsOfTheSamplesUsedAndOfTheSetTheyAreIn() {
    writeFolder(folder, 12, 4);
    assertThat(load(3, 1).checksum()).isEqualTo(load(3, 1).checksum()).hasSize(64);
    assertThat(load(3, 1).checksum())
        .isNotEqualTo(load(4, 1).checksum())
        .isNotEqualTo(load(3, 2).checksum())
        .isNotEqualTo(load(3, 0).checksum());

    Samples four =
        new Samples(
            1,
            ByteValues.pixels((byte) 1, (byte) 2, (byte) 3, (byte) 4),
            Labels.of(10, 1, 2, 3, 4));
    Samples three = four.rows(new int[] {0, 1, 2});
    Samples last = new Samples(1, ByteValues.pixels((byte) 4), Labels.of(10, 4));
    assertThat(Dataset.of(four, Samples.none(1, 10)).checksum())
        .isNotEqualTo(Dataset.of(three, last).checksum());
  }

  @Test
  void rejectsAMissingFolder() {
    Path missing = folder.resolve("nowhere");
    assertRejects(
        missing.toString(),
        1,
        0,
        "data.source is "
            + missing
            + ", but there is no such file or folder; it must be embedded, or a file, folder or"
            + " URI");
  }

  @Test
  void rejectsAFileOfNoFormat() {
    write(folder, "file", new byte[1]);
    Path file = folder.resolve("file");
    assertRejects(
        file.toString(),
        1,
        0,
        file
            + ": is in no format that is known here, must be Parquet, NPZ or NPY, LIBSVM, CSV,"
            + " a folder of IDX files");
  }

  @Test
  void rejectsAUriNobodyCanOpen() {
    assertRejects(
        "gopher://host/mnist",
        1,
        0,
        "data.source is gopher://host/mnist, which cannot be opened:"
            + " No FileSystem for scheme \"gopher\"");
  }

  @Test
  void rejectsAMissingFile() throws IOException {
    writeFolder(folder, 3, 1);
    Files.delete(folder.resolve("train-labels-idx1-ubyte"));
    assertRejects(
        3,
        0,
        folder
            + ": has neither train-labels-idx1-ubyte nor train-labels-idx1-ubyte.gz;"
            + " fetch mnist gets the files, and data.source may name a file of another format");
  }

  @Test
  void rejectsAFolderInPlaceOfAFile() throws IOException {
    writeFolder(folder, 3, 1);
    Files.delete(folder.resolve("train-labels-idx1-ubyte"));
    Path labels = Files.createDirectory(folder.resolve("train-labels-idx1-ubyte"));
    assertRejects(3, 0, labels + ": is a folder, must be an IDX file");
  }

  @Test
  void readsAFileBesideAFolderOfItsName() throws IOException {
    writeFolder(folder, 3, 1);
    byte[] plain = Files.readAllBytes(folder.resolve("train-labels-idx1-ubyte"));
    Files.delete(folder.resolve("train-labels-idx1-ubyte"));
    Files.createDirectory(folder.resolve("train-labels-idx1-ubyte"));
    Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), gzip(plain));

    assertThat(load(3, 0).train().count()).isEqualTo(3);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void rejectsWhatIsNeitherFileNorFolderWithoutWaitingForIt() throws IOException {
    writeFolder(folder, 3, 1);
    Path labels = folder.resolve("train-labels-idx1-ubyte");
    Files.delete(labels);
    Files.createSymbolicLink(labels, Path.of("/dev/zero"));

    assertRejects(3, 0, labels + ": is a pipe or device, must be an IDX file");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void tellsOfALinkThatLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("data"), Path.of("/not/mounted"));

    assertRejects(
        link.toString(),
        3,
        0,
        "data.source is "
            + link
            + ", but "
            + link
            + " is a link to /not/mounted, where nothing is; it must be embedded, or a file,"
            + " folder or URI");
  }

  @Test
  void rejectsTheOtherKindOfFile() {
    writeFolder(folder, 3, 1);
    write(folder, "train-images-idx3-ubyte", labels(100));
    assertRejects(
        3,
        0,
        folder
            + "/train-images-idx3-ubyte: has labels (magic 0x00000801),"
            + " expected images (magic 0x00000803)");
  }

  @Test
  void rejectsCountsThatDisagree() {
    writeFolder(folder, 3, 1);
    write(folder, "train-labels-idx1-ubyte", labels(4));
    assertRejects(
        3,
        0,
        folder
            + "/train-labels-idx1-ubyte: has 4 labels, must be 3 as the images in "
            + folder
            + "/train-images-idx3-ubyte.gz");
  }

  @Test
  void rejectsMoreSamplesThanThereAre() {
    writeFolder(folder, 3, 1);
    assertRejects(
        4,
        1,
        "data.train_size is 4, must be at most 3, the samples in "
            + folder
            + "/train-images-idx3-ubyte.gz");
    assertRejects(
        3,
        2,
        "data.test_size is 2, must be at most 1, the samples in "
            + folder
            + "/t10k-images-idx3-ubyte.gz");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> embedded(60000, 0))
        .withMessage(
            "data.train_size is 60000, must be at most 1000, the samples in"
                + " embedded:train-images-idx3-ubyte.gz; fetch mnist gets all 60000 and 10000");
  }

  @Test
  void thereAreAsManyClassesAsTheLargestLabelOfAllTrainingSamplesSays() {
    writeFolder(folder, 3, 1);
    byte[] labels = labels(3);
    labels[10] = (byte) 200;
    write(folder, "train-labels-idx1-ubyte", labels);

    assertThat(load(1, 1).classes()).isEqualTo(201);
    assertThat(load(1, 1).test().classes()).isEqualTo(201);
  }

  @Test
  void rejectsATestLabelThatIsNoClassOfTheTrainingSamples() {
    writeFolder(folder, 3, 1);
    byte[] labels = labels(1);
    labels[8] = 3;
    write(folder, "t10k-labels-idx1-ubyte", labels);
    assertRejects(3, 1, folder + "/t10k-labels-idx1-ubyte: label 3 of sample 0 is not in 0..2");
  }

  @Test
  void rejectsTestImagesOfAnotherSize() {
    writeFolder(folder, 3, 1);
    write(folder, "t10k-images-idx3-ubyte.gz", gzip(images(1, 3, 2)));
    assertRejects(
        3,
        1,
        folder
            + "/t10k-images-idx3-ubyte.gz: has images of 3x2, must be 2x3 as in "
            + folder
            + "/train-images-idx3-ubyte.gz");
  }

  @Test
  void rejectsSettingsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSettings("embedded", 0, 0))
        .withMessage("data.train_size is 0, must be 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSettings("embedded", 1, -1))
        .withMessage("data.test_size is -1, must be 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSettings(" ", 1, 0))
        .withMessage("data.source is \" \", must be embedded, or a file, folder or URI");
  }

  private static Dataset embedded(int train, int test) {
    return SampleSource.load(new DataSettings("embedded", train, test), Configuration::new);
  }

  private Dataset load(int train, int test) {
    return SampleSource.load(new DataSettings(folder.toString(), train, test), Configuration::new);
  }

  private void assertRejects(int train, int test, String message) {
    assertRejects(folder.toString(), train, test, message);
  }

  private static void assertRejects(String source, int train, int test, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () -> SampleSource.load(new DataSettings(source, train, test), Configuration::new))
        .withMessage(message);
  }

  private static int[] classCounts(Samples samples) {
    int[] counts = new int[samples.classes()];
    for (int i = 0; i < samples.count(); i++) {
      counts[samples.label(i)]++;
    }
    return counts;
  }
}
