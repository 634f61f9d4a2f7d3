package org.bnsweep.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bnsweep.data.fetch.MirrorServer.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bnsweep.data.DataException;
import org.bnsweep.data.format.IdxFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are known as they are packed, and archives of them. */
@Timeout(120)
class PackedFilesTest {
  @TempDir Path folder;

  @Test
  void knowsFilesAsTheyArePacked() {
    byte[] packed = IdxFiles.gzip(IdxFiles.labels(3));
    ExpectedFile file = ExpectedFile.packed("labels", packed.length, DigestUtils.sha256Hex(packed));
    Path target = folder.resolve("labels.gz");
    try (MirrorServer right = new MirrorServer(whole(packed))) {
      new DataSetDownload(
              "a set",
              List.of(file),
              List.of(right.address()),
              DownloadLimits.DEFAULT,
              ProxySettings.NONE)
          .fetch(folder, event -> {});
    }
    assertThat(target).hasBinaryContent(packed);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () -> {
              IdxFiles.write(folder, "labels", IdxFiles.labels(4));
              again(file).fetch(folder, event -> {});
            })
        .withMessage(
            folder
                + "/labels: is there but is not what labels.gz unpacks to, in place of which it"
                + " would be read; remove it or choose another folder");
    IdxFiles.write(folder, "labels", IdxFiles.labels(3));
    again(file).fetch(folder, event -> {});

    // The same content, packed by another program.
    IdxFiles.write(folder, "labels.gz", IdxFiles.gzip(packed));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> again(file).fetch(folder, event -> {}))
        .withMessageStartingWith(target + ": is there but is not the file of a set: it has ");
  }

  /** Of what is there already. */
  private static DataSetDownload again(ExpectedFile file) {
    return new DataSetDownload(
        "a set",
        List.of(file),
        List.of("https://example.org/"),
        DownloadLimits.DEFAULT,
        ProxySettings.NONE);
  }

  @Test
  void putsTheFilesOfAnArchiveBesideIt() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      for (String name :
          List.of(
              "gzip/emnist-letters-train-labels-idx1-ubyte.gz",
              "gzip/readme.txt",
              "../emnist-digits-test-labels-idx1-ubyte.gz")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(IdxFiles.gzip(IdxFiles.labels(3)));
        out.closeEntry();
      }
    }
    byte[] bytes = zip.toByteArray();
    ExpectedFile file =
        ExpectedFile.archive("gzip.zip", bytes.length, DigestUtils.sha256Hex(bytes));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    try (MirrorServer server = new MirrorServer(whole(bytes))) {
      new DataSetDownload(
              "EMNIST",
              List.of(file),
              List.of(server.address()),
              DownloadLimits.DEFAULT,
              ProxySettings.NONE)
          .fetch(inner, event -> {});
    }

    assertThat(inner.toFile().list())
        .containsExactlyInAnyOrder(
            "gzip.zip",
            "emnist-letters-train-labels-idx1-ubyte.gz",
            "emnist-digits-test-labels-idx1-ubyte.gz");
    assertThat(folder.toFile().list()).containsExactly("inner");

    again(file).fetch(inner, event -> {});
    byte[] own = IdxFiles.gzip(IdxFiles.labels(4));
    CRC32 found = crc(own);
    CRC32 wanted = crc(IdxFiles.gzip(IdxFiles.labels(3)));
    IdxFiles.write(inner, "emnist-letters-train-labels-idx1-ubyte.gz", own);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> again(file).fetch(inner, event -> {}))
        .withMessage(
            inner
                + "/emnist-letters-train-labels-idx1-ubyte.gz: is there but is not the file in"
                + " gzip.zip: it has CRC %x, must be %x; remove it or choose another folder",
            found.getValue(),
            wanted.getValue());
  }

  private static CRC32 crc(byte... bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc;
  }
}
