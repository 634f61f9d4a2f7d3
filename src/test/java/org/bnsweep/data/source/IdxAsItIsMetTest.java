package org.bnsweep.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bnsweep.data.format.IdxFiles.gzip;
import static org.bnsweep.data.format.IdxFiles.images;
import static org.bnsweep.data.format.IdxFiles.labels;
import static org.bnsweep.data.format.IdxFiles.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Reading;
import org.bnsweep.data.Reading.Orientation;
import org.bnsweep.data.Reading.Scale;
import org.bnsweep.data.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDX files under the names and in the forms that people have them in. */
class IdxAsItIsMetTest {
  private static final String IMAGES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "train-images-idx3-ubyte,            train-labels-idx1-ubyte",
    "train-images.idx3-ubyte,            train-labels.idx1-ubyte.gz",
    "emnist-letters-train-images-idx3-ubyte.gz, emnist-letters-train-labels-idx1-ubyte.gz",
  })
  void findsTheFilesByTheNamesTheyAreMetBy(String imagesName, String labelsName) {
    write(folder, imagesName, imagesName.endsWith("gz") ? gzip(images(3, 2, 2)) : images(3, 2, 2));
    // Packed whatever the name says.
    write(folder, labelsName, gzip(labels(3)));

    assertThat(load(3).classes()).isEqualTo(3);
  }

  @Test
  void findsTheFileInAFolderOfItsNameAndPrefersOneBesideIt() throws IOException {
    for (String name : new String[] {IMAGES, LABELS}) {
      Path inner = Files.createDirectory(folder.resolve(name));
      write(inner, name, name.equals(IMAGES) ? images(3, 2, 2) : labels(3));
    }
    assertThat(load(3).train().features()).isEqualTo(4);

    write(folder, "train-images.idx3-ubyte", images(3, 1, 1));
    assertThat(load(3).train().features()).isEqualTo(1);
  }

  @Test
  void anArrayBesideThemIsNoneOfThem() {
    write(folder, IMAGES, images(3, 2, 2));
    write(folder, LABELS, labels(3));
    write(folder, "notes.npy", new byte[1]);

    assertThat(load(3).train().features()).isEqualTo(4);
  }

  @Test
  void listsThePrefixesWhereThereAreSeveral() {
    for (String set : new String[] {"emnist-letters-", "emnist-digits-"}) {
      write(folder, set + IMAGES, images(3, 2, 2));
      write(folder, set + LABELS, labels(3));
    }

    assertRejects(
        folder + ": has several sets, choose one with data.prefix: emnist-digits, emnist-letters");
    assertThat(load(3, prefix("emnist-letters")).train().count()).isEqualTo(3);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(3, prefix("emnist")))
        .withMessage(
            "data.prefix is emnist, but the sets in "
                + folder
                + " are emnist-digits, emnist-letters");
  }

  @Test
  void takesTheFirstColumnOfQmnistsLabels() {
    write(folder, "qmnist-train-images-idx3-ubyte", images(2, 2, 2));
    ByteBuffer wide = ByteBuffer.allocate(12 + 2 * 8 * 4).putInt(0x0c02).putInt(2).putInt(8);
    IntStream.range(0, 16).forEach(i -> wide.putInt(i % 8 == 0 ? i / 8 : 1000 + i));
    write(folder, "qmnist-train-labels-idx2-int", wide.array());

    assertThat(IntStream.range(0, 2).map(load(2).train()::label)).containsExactly(0, 1);
  }

  @Test
  void readsSignedAndFloatTypes() {
    write(folder, LABELS, labels(1));
    ByteBuffer floats = ByteBuffer.allocate(12 + 8).putInt(0x0d02).putInt(1).putInt(2);
    write(folder, "train-images-idx2-float", floats.putFloat(0.5f).putFloat(-3).array());
    assertThat(load(1).train().value(0, 0)).isEqualTo(0.5);
    assertThat(load(1).train().value(0, 1)).isEqualTo(-3);

    write(
        folder,
        "train-images-idx2-float",
        ByteBuffer.wrap(floats.array().clone()).putFloat(16, Float.NaN).array());
    assertRejects(
        folder + "/train-images-idx2-float: sample 0, value 2 is NaN, must be a finite number");

    ByteBuffer shorts = ByteBuffer.allocate(12 + 4).putInt(0x0b02).putInt(1).putInt(2);
    write(
        folder,
        "train-images-idx2-float",
        shorts.putShort((short) -1).putShort((short) 300).array());
    assertThat(load(1).train().value(0, 0)).isEqualTo(-1);
    assertThat(load(1).train().value(0, 1)).isEqualTo(300);
  }

  @Test
  void allOfAFileTellWhatSignedNumbersMean() {
    write(folder, LABELS, labels(2));
    ByteBuffer signed = ByteBuffer.allocate(12 + 2).putInt(0x0902).putInt(2).putInt(1);
    write(folder, "train-images-idx2-byte", signed.put((byte) 51).put((byte) -1).array());
    assertThat(load(1).train().value(0, 0)).isEqualTo(51);

    write(folder, "train-images-idx2-byte", signed.put(13, (byte) 0).array());
    assertThat(load(1).train().value(0, 0)).isEqualTo(51 / 255f);
  }

  @Test
  void namesWhatIsNoIdxForWhatItIs() throws IOException {
    write(folder, LABELS, labels(3));
    Path images = folder.resolve(IMAGES + ".gz");
    assertIs("a web page", "<!DOCTYPE html>\n<html><head><title>403 Forbidden</title>");
    assertIs(
        "a pointer of Git LFS (git lfs pull gets the file)",
        "version https://git-lfs.github.com/spec/v1\noid sha256:440f");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry(IMAGES));
      out.write(images(3, 2, 2));
    }
    Files.write(images, zip.toByteArray());
    assertRejects(images + ": is a zip archive, expected an IDX file of images");
    Files.write(images, gzip(gzip(images(3, 2, 2))));
    assertRejects(images + ": is gzip in gzip, expected an IDX file of images");
    Files.write(images, new byte[0]);
    assertRejects(images + ": is empty, expected images (magic 0x00000803)");
  }

  private void assertIs(String what, String text) {
    write(folder, IMAGES + ".gz", text.getBytes(StandardCharsets.US_ASCII));
    assertRejects(folder + "/" + IMAGES + ".gz: is " + what + ", expected an IDX file of images");
  }

  private static Reading prefix(String prefix) {
    return new Reading(
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.of(prefix),
        Orientation.AS_STORED,
        Scale.AUTO);
  }

  private Dataset load(int train) {
    return load(train, Reading.DEFAULT);
  }

  private Dataset load(int train, Reading reading) {
    return SampleSource.load(
        new DataSettings(folder.toString(), train, 0, Selection.DEFAULT, reading),
        Configuration::new);
  }

  private void assertRejects(String message) {
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> load(1)).withMessage(message);
  }
}
