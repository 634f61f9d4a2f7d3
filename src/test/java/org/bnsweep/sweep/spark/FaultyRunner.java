package org.bnsweep.sweep.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.bnsweep.data.Dataset;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.PairResult;

/**
 * A runner that does what machines do: every trial takes a while, and some have a fault.
 *
 * @param folder where attempts are written down, {@code <seed>/<process id>-<random>}; shared by
 *     all processes
 * @param millis every trial takes
 * @param faults by seed
 */
record FaultyRunner(String folder, long millis, Map<Long, Fault> faults) implements TrialRunner {

  /** What goes wrong. */
  enum Fault {
    THROWS_ONCE,
    THROWS,
    HALTS_ONCE,
    HALTS,
    EXITS_WITH_0_ONCE,
    STRAGGLES_ONCE
  }

  @Override
  public PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
    long seed = hyperparameters.seed();
    int attempt = writeDown(seed);
    Fault fault = faults.get(seed);
    if (fault != null) {
      strike(fault, attempt);
    }
    sleep(millis);
    return Fakes.curves((double) seed);
  }

  private static void strike(Fault fault, int attempt) {
    switch (fault) {
      case THROWS -> throw new IllegalStateException("always");
      case THROWS_ONCE -> {
        if (attempt == 1) {
          throw new IllegalStateException("once");
        }
      }
      case HALTS -> Runtime.getRuntime().halt(134);
      case HALTS_ONCE -> {
        if (attempt == 1) {
          Runtime.getRuntime().halt(134);
        }
      }
      case EXITS_WITH_0_ONCE -> {
        if (attempt == 1) {
          Runtime.getRuntime().halt(0);
        }
      }
      case STRAGGLES_ONCE -> {
        if (attempt == 1) {
          sleep(20_000);
        }
      }
    }
  }

  /** Attempts of this trial so far, this one included. */
  private int writeDown(long seed) {
    Path attempts = Path.of(folder, Long.toString(seed));
    try {
      Files.createDirectories(attempts);
      Files.createFile(attempts.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID()));
      try (var files = Files.list(attempts)) {
        return (int) files.count();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
