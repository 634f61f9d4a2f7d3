package org.bnsweep.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bnsweep.ThisJava;

/**
 * A main class of these tests in a process of its own, where libraries are loaded anew.
 *
 * @param ended whether it did, within the time it was given
 * @param exitCode of it, if it ended
 * @param output its stdout and stderr
 */
record InAProcess(boolean ended, int exitCode, List<String> output) {

  private static final int SECONDS = 60;

  /** Runs {@code main} for at most a minute. */
  static InAProcess run(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return run(main, Map.of(), List.of(), arguments);
  }

  /** As {@link #run(Class, String...)}, with more in its environment and options for its JVM. */
  static InAProcess run(
      Class<?> main, Map<String, String> environment, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ThisJava.command());
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("process", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      return new InAProcess(
          ended,
          ended ? process.exitValue() : -1,
          Files.readAllLines(output).stream().filter(line -> !line.startsWith("SLF4J")).toList());
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
