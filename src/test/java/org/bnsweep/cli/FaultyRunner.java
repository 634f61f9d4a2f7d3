package org.bnsweep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.sweep.spark.PairRunner;
import org.bnsweep.train.PairResult;

/**
 * A runner that trains for real where the machines do not: some trials have a fault, and every
 * attempt at a trial is written down.
 *
 * @param folder of the attempts, {@code <weight scale>/<process id>-<random>}; shared by all
 *     processes
 * @param faults by weight scale
 */
record FaultyRunner(String folder, Map<Double, Fault> faults) implements TrialRunner {

  /** What goes wrong. */
  enum Fault {
    THROWS_ONCE,
    THROWS,
    HALTS_ONCE,
    HALTS,
    EXITS_WITH_0_ONCE,
    BLOCKS_ONCE
  }

  @Override
  public PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
    double scale = hyperparameters.weightScale().scale();
    int attempt = writeDown(scale);
    Fault fault = faults.get(scale);
    if (fault != null) {
      strike(fault, attempt);
    }
    return PairRunner.CURVES.run(dataset, epochs, hyperparameters);
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
      case BLOCKS_ONCE -> {
        if (attempt == 1) {
          blockUntilKilled();
        }
      }
    }
  }

  /** Attempts of this trial so far, this one included. */
  private int writeDown(double scale) {
    Path attempts = Path.of(folder, Double.toString(scale));
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

  private static void blockUntilKilled() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
