package org.bnsweep.config;

import static org.bnsweep.config.Refusals.refused;
import static org.bnsweep.config.Refusals.refusedFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is no configuration gets one line: where, what, and what would be right. */
class BadFileTest {
  @Test
  void refusesAMissingFile(@TempDir Path folder) {
    String file = folder.resolve("none.yaml").toString();
    String message = ": no such file, must be a YAML file such as conf/weight-scale.yaml";

    refusedFile(file, file + message);
    refusedFile("file://" + file, "file://" + file + message);
  }

  @Test
  void refusesAFolder(@TempDir Path folder) {
    refusedFile(folder.toString(), folder + ": is a folder, must be a YAML file");
  }

  @Test
  void refusesAnUnreadableFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "epochs: 1");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    // The superuser reads everything.
    Assumptions.assumeFalse(Files.isReadable(file));

    refusedFile(file.toString(), file + ": cannot be read: permission denied");
  }

  @Test
  void refusesAFileThatIsNoText(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("c.yaml"), new byte[] {'a', (byte) 0xff, 0});

    refusedFile(file.toString(), file + ": is not UTF-8 text, must be a YAML file");
  }

  @Test
  void refusesAFileOfMoreThanAMegabyte(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("c.yaml");
    Files.write(file, ("#" + "x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8));

    refusedFile(file.toString(), file + ": has more than 1048576 bytes, must be a small YAML file");
  }

  @Test
  void refusesAnUnknownScheme() {
    refusedFile(
        "nosuch://host/c.yaml",
        "nosuch://host/c.yaml: cannot be read: No FileSystem for scheme \"nosuch\"");
  }

  @Test
  void refusesWhatIsNotYaml() {
    refused("a: [1\nb: 2", "c.yaml:2: not YAML that bnsweep reads: expected ',' or ']', but got :");
    refused(
        "\tx: 1",
        "c.yaml:1: not YAML that bnsweep reads: found character '\\t(TAB)' that cannot start any"
            + " token. (Do not use \\t(TAB) for indentation)");
    refused(
        "a: \u0001", "c.yaml:1: not YAML that bnsweep reads: special characters are not allowed");
    refused("a: " + "[".repeat(50), "c.yaml:1: lists and maps are nested more than 20 deep");
    refused("epochs: 1\n---\nepochs: 2", "c.yaml:3: a second document, must be one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "# only a comment\n"})
  void refusesAnEmptyFile(String yaml) {
    refused(
        yaml, "c.yaml: the file is empty, must be a configuration such as conf/weight-scale.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: &b {train_size: 5}",
        "epochs: *a",
        "epochs: !!java.net.URL [a]",
        "epochs: !x 1"
      })
  void refusesAnchorsAliasesAndTags(String yaml) {
    refused(yaml, "c.yaml:1: YAML anchors, aliases and tags are not read, write the value itself");
  }

  @Test
  void refusesAKeyTwice() {
    refused("epochs: 20\nepochs: 3", "c.yaml:2: epochs is given twice, must be given once");
    refused(
        "grid:\n  seed: 1\n  dropout: 0\n  seed: 2",
        "c.yaml:4: grid.seed is given twice, must be given once");
    refused(
        "where: seed < 3\ngrid: {where: seed < 4}",
        "c.yaml:2: where is given twice, inside grid and beside it, must be given once");
  }

  @Test
  void messagesStayOneShortLineWhateverIsWritten() {
    refused(
        "epochs: \"a\\nb\\u202e\\e[31m\"",
        "c.yaml:1: epochs is a\\u000ab\\u202e\\u001b[31m, must be a whole number in 1..100000");
    refused(
        "epochs: " + "9".repeat(1000),
        "c.yaml:1: epochs is " + "9".repeat(57) + "..., must be a whole number in 1..100000");
    refused(
        "? \"" + "k".repeat(200) + "\"\n: 1",
        "c.yaml:1: unknown key "
            + "k".repeat(57)
            + "..., must be one of name, data, epochs, grid,"
            + " points, where, sample, record_activations, record_gradients, record_landscape");
  }
}
