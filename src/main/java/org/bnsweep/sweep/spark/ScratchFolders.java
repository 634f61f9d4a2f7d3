package org.bnsweep.sweep.spark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;

/**
 * Where Spark keeps temporary files on this machine. It needs one folder that it can write to, and
 * ends the process where it has none.
 *
 * @param setting what names them
 * @param folders as written there
 */
record ScratchFolders(String setting, List<String> folders) {

  /** Those that Spark would use, in the order in which it looks for a setting. */
  static ScratchFolders of(SparkConf conf, Map<String, String> environment) {
    if (environment.containsKey("CONTAINER_ID")) {
      return split("LOCAL_DIRS", environment.getOrDefault("LOCAL_DIRS", ""), ",");
    }
    if (environment.containsKey("SPARK_EXECUTOR_DIRS")) {
      String folders = environment.get("SPARK_EXECUTOR_DIRS");
      return split("SPARK_EXECUTOR_DIRS", folders, File.pathSeparator);
    }
    if (environment.containsKey("SPARK_LOCAL_DIRS")) {
      return split("SPARK_LOCAL_DIRS", environment.get("SPARK_LOCAL_DIRS"), ",");
    }
    return conf.contains("spark.local.dir")
        ? split("spark.local.dir", conf.get("spark.local.dir"), ",")
        : split("java.io.tmpdir", System.getProperty("java.io.tmpdir"), ",");
  }

  private static ScratchFolders split(String setting, String folders, String separator) {
    return new ScratchFolders(setting, List.of(folders.split(separator, -1)));
  }

  /**
   * Makes sure that one of them can be written to.
   *
   * @throws SweepException if none can
   */
  void requireOne() {
    Optional<IOException> failure = Optional.empty();
    for (String folder : folders) {
      try {
        Files.delete(Files.createTempFile(Files.createDirectories(path(folder)), "bnsweep", ""));
        return;
      } catch (IOException e) {
        failure = Optional.of(e);
      }
    }
    throw new SweepException(
        "Spark cannot write temporary files, "
            + setting
            + " is "
            + String.join(",", folders)
            + failure.map(e -> " (" + OneLine.of(e) + ")").orElse("")
            + "; set SPARK_LOCAL_DIRS to a folder that can be written to",
        failure.orElseGet(IOException::new));
  }

  private static Path path(String folder) {
    return folder.startsWith("file:/") ? Path.of(URI.create(folder).getPath()) : Path.of(folder);
  }
}
