package org.bnsweep.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bnsweep.data.fetch.MirrorServer.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    // The same content, packed by another program.
    IdxFiles.write(folder, "labels.gz", IdxFiles.gzip(packed));
    DataSetDownload again =
        new DataSetDownload(
            "a set",
            List.of(file),
            List.of("https://example.org/"),
            DownloadLimits.DEFAULT,
            ProxySettings.NONE);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> again.fetch(folder, event -> {}))
        .withMessageStartingWith(target + ": is there but is not the file of a set: it has ");
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
  }
}
