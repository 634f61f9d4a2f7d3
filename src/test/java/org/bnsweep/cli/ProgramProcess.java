package org.bnsweep.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bnsweep.ThisJava;

/**
 * The program in a process of its own, run to its end.
 *
 * @param exitCode of the process
 * @param err what it wrote to stderr
 */
record ProgramProcess(int exitCode, List<String> err) {

  /** In the masks that Linux shows: signal 2. */
  private static final long SIGINT = 1 << 1;

  /** When to send a signal, asked again and again with what stderr has so far. */
  @FunctionalInterface
  interface Moment {
    boolean hasCome(List<String> err) throws IOException;
  }

  /** The program with this JVM's classes, and more options for its own JVM. */
  static ProgramProcess run(List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    return run(java(options, arguments), "none", err -> false);
  }

  /** The same, with the jars of a folder behind this JVM's classes. */
  static ProgramProcess withJars(Path jars, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = java(options, arguments);
    int path = command.indexOf("-cp") + 1;
    command.set(path, command.get(path) + File.pathSeparator + jars + "/*");
    return run(command, "none", err -> false);
  }

  /** The same, sent {@code signal} when {@code moment} has come. */
  static ProgramProcess signalled(List<String> arguments, String signal, Moment moment)
      throws IOException, InterruptedException {
    return signalled(List.of(), arguments, signal, moment);
  }

  /** The same, with more options for its own JVM. */
  static ProgramProcess signalled(
      List<String> options, List<String> arguments, String signal, Moment moment)
      throws IOException, InterruptedException {
    return run(java(options, arguments), signal, moment);
  }

  /** As users start it, sent {@code signal} when {@code moment} has come. */
  static ProgramProcess localSignalled(List<String> arguments, String signal, Moment moment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ReferenceSweep.HOME.resolve("submit/local.sh").toString());
    command.addAll(arguments);
    return run(command, signal, moment);
  }

  private static List<String> java(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>(ThisJava.command());
    command.addAll(ThisJava.opened());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-Djdk."))
        .forEach(command::add);
    command.add("-Xmx512m");
    command.add(
        "-Dlog4j2.configurationFile=" + ReferenceSweep.HOME.resolve("conf/log4j2.properties"));
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(arguments);
    return command;
  }

  /**
   * A shell starts what it runs in the background with SIGINT ignored, and so is what that starts:
   * if these tests are, the program has to be given the default again, by GNU's env.
   */
  private static List<String> heedingCtrlC(List<String> command) throws IOException {
    if (!isSigintIgnored()) {
      return command;
    }
    List<String> heeding = new ArrayList<>(List.of("env", "--default-signal=INT"));
    heeding.addAll(command);
    return heeding;
  }

  private static boolean isSigintIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(ignored -> (ignored & SIGINT) != 0);
  }

  private static ProgramProcess run(List<String> command, String signal, Moment moment)
      throws IOException, InterruptedException {
    Path err = Files.createTempFile("program", ".err");
    Process process =
        new ProcessBuilder(heedingCtrlC(command))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    try {
      boolean sent = false;
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        if (!sent && moment.hasCome(Files.readAllLines(err))) {
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
          sent = true;
        }
      }
      return new ProgramProcess(process.exitValue(), Files.readAllLines(err));
    } finally {
      process.destroyForcibly();
      Files.delete(err);
    }
  }
}
