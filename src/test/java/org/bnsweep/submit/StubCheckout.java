package org.bnsweep.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The launchers in a checkout that looks built, but holds nothing that Java could run, and a JDK
 * beside it whose java is a script of the test.
 */
record StubCheckout(Path home, Path jdk) {
  private static final String VERSION = "17.0.9";

  /** Makes one at {@code home}, with a JDK that repeats its arguments, in {@code jdk}. */
  static StubCheckout at(Path home, Path jdk) throws IOException {
    for (String folder : List.of("submit", "conf")) {
      Files.createDirectories(home.resolve(folder));
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.toList()) {
          Files.copy(
              file,
              home.resolve(folder).resolve(file.getFileName()),
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    Files.createDirectories(home.resolve("src/main"));
    write(home.resolve("pom.xml"), "");
    for (String source : List.of("src/main", "pom.xml")) {
      Files.setLastModifiedTime(home.resolve(source), FileTime.fromMillis(0));
    }
    Path jar = write(home.resolve("target/bnsweep.jar"), "");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1000));
    write(home.resolve("target/spark/java.options"), "# What Spark asks.\n-Dspark.asks=this\n");
    write(home.resolve("target/spark/jars/spark.jar"), "");
    StubCheckout checkout = new StubCheckout(home, jdk);
    write(checkout.archive(), "classes");
    checkout.java("printf '%s\\n' \"$@\"");
    write(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + VERSION + "\"\n");
    return checkout;
  }

  /** What java does from now on. */
  void java(String script) throws IOException {
    executable(java(), "#!/bin/sh\n" + script + "\n");
  }

  /** The java that the launchers find. */
  Path java() {
    return jdk.resolve("bin/java");
  }

  /** The archive of classes that makes starts faster. */
  Path archive() {
    return home.resolve("target/bnsweep-" + VERSION + ".jsa");
  }

  /** What is in target/ for as long as the archive is prepared. */
  List<Path> preparations() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("target"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("preparing-")).toList();
    }
  }

  /** Runs {@code submit/SCRIPT ARGS...} to its end. */
  Script run(Map<String, String> environment, String script, String... arguments) throws Exception {
    return Script.run(home.resolve("submit/" + script), home, with(environment), arguments);
  }

  /** The environment of a launcher: this JDK, and nothing that others may have set for theirs. */
  Map<String, String> with(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>();
    for (String options :
        List.of(
            "JAVA_TOOL_OPTIONS",
            "_JAVA_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "BNSWEEP_JAVA_OPTIONS",
            "SPARK_SUBMIT_OPTS",
            "SPARK_SUBMIT_OPTIONS",
            "HADOOP_CONF_DIR",
            "SPARK_HOME")) {
      all.put(options, "");
    }
    all.put("JAVA_HOME", jdk.toString());
    all.put("HOME", jdk.resolveSibling("user").toString());
    all.put("LC_ALL", "C.UTF-8");
    all.putAll(environment);
    return Collections.unmodifiableMap(all);
  }

  /** Writes an executable file. */
  static Path executable(Path file, String content) throws IOException {
    write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  /** Writes a file, and the folders it is in. */
  static Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
