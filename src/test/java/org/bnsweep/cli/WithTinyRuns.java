package org.bnsweep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A test of {@code run} on one thread of Spark. */
abstract class WithTinyRuns {
  @TempDir Path temporary;

  CliRun run(Path folder, String... more) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", TinyRun.config(temporary), "--out", folder.toString()));
    arguments.addAll(List.of("--master", "local[1]"));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray(String[]::new));
  }

  static JsonNode json(Path folder) throws IOException {
    return new ObjectMapper().readTree(folder.resolve("run.json").toFile());
  }

  static String trials(Path folder) throws IOException {
    return json(folder).get("trials").toString();
  }
}
