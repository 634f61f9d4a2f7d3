package org.bnsweep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the trials of a {@link FaultyRunner} have written down, as seen from outside. */
record Attempts(Path folder) {

  /** One attempt, where and when it began. */
  record Attempt(double scale, long process, long millis) {}

  /** All of them, in the order in which they began. */
  List<Attempt> all() {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(Files::isRegularFile)
          .map(Attempts::parse)
          .sorted(Comparator.comparing(Attempt::millis))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attempt parse(Path file) {
    String process = file.getFileName().toString().split("-", 2)[0];
    return new Attempt(
        Double.parseDouble(file.getParent().getFileName().toString()),
        Long.parseLong(process),
        file.toFile().lastModified());
  }

  /** How often a trial was begun. */
  long of(double scale) {
    return all().stream().filter(attempt -> attempt.scale() == scale).count();
  }

  /** Executors that have begun a trial. */
  Set<Long> processes() {
    return all().stream().map(Attempt::process).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Waits for the first attempt at a trial. */
  Attempt await(double scale) throws InterruptedException {
    while (true) {
      for (Attempt attempt : all()) {
        if (attempt.scale() == scale) {
          return attempt;
        }
      }
      Thread.sleep(10);
    }
  }

  /** Waits until {@code count} executors have begun a trial. */
  Set<Long> awaitProcesses(int count) throws InterruptedException {
    Set<Long> processes = processes();
    while (processes.size() < count) {
      Thread.sleep(10);
      processes = processes();
    }
    return processes;
  }
}
