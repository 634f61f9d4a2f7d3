package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bnsweep.submit.Script;

/** Jars that only some tests need, resolved by the Maven that runs these and kept in target/. */
final class MavenJars {
  private static final Path PROJECT = ReferenceSweep.HOME;

  private MavenJars() {}

  /**
   * The folder with all that {@code pom} of src/test/clusters depends on, below {@code
   * target/clusters/name}.
   *
   * @param properties for the pom: {@code -Dspark=4.0.1}
   */
  static Path of(String pom, String name, String... properties)
      throws IOException, InterruptedException {
    Path home = PROJECT.resolve("target/clusters/" + name);
    Path jars = home.resolve("jars");
    if (!Files.exists(home.resolve("complete"))) {
      Path maven = Path.of(System.getProperty("maven.home", "missing"), "bin", "mvn");
      assumeThat(maven).as("Maven, as it runs these tests").exists();
      List<String> words = new ArrayList<>(List.of("-q", "-B", "-ntp"));
      words.addAll(List.of("-f", PROJECT.resolve("src/test/clusters").resolve(pom).toString()));
      words.addAll(List.of(properties));
      words.add(
          "org.apache.maven.plugins:maven-dependency-plugin:"
              + System.getProperty("bnsweep.dependency.plugin")
              + ":copy-dependencies");
      words.addAll(List.of("-DincludeScope=runtime", "-DoutputDirectory=" + jars));
      Script copy = Script.run(maven, PROJECT, Map.of(), words.toArray(String[]::new));
      assertThat(copy.exitCode()).as(copy.out() + copy.err()).isZero();
      Files.createFile(home.resolve("complete"));
    }
    return jars;
  }
}
