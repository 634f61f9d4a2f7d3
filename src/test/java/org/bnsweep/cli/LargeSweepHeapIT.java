package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnsweep.HeapUse;
import org.bnsweep.cli.run.SweepRunBuilder;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a hundred thousand trials leave in the driver's heap, against ten thousand: the command's
 * whole way from configuration to report, with a runner that does nothing, so that results come as
 * fast as they can.
 */
@Tag("process")
@Timeout(600)
class LargeSweepHeapIT {
  // Enough that few trials, too, fill what the tables are written and sorted in: a row group of
  // 262,144 points, a window of 300,000.
  private static final int EPOCHS = 15;
  private static final int FEW = 10_000;
  private static final int MANY = 100_000;
  private static final int LOOKS = 5;
  private static final long MAY_GROW = 50_000_000;
  private static final long SETTLED = 500_000;

  @TempDir Path temporary;

  /**
   * The most bytes that were alive in each part of a run.
   *
   * @param training at five moments, spread over the trials
   * @param tables while they were written
   * @param report while it was drawn
   */
  private record Peaks(long training, long tables, long report) {
    Stream<Long> all() {
      return Stream.of(training, tables, report);
    }
  }

  /**
   * Returns the same numbers for every trial, new objects each time as training would, and looks at
   * the heap now and then: tasks of local[2] run in this process.
   */
  private enum Idle implements TrialRunner {
    RUNNER;

    private static int every = 1;
    private static int started;
    private static long most;

    static synchronized void begin(int trials) {
      every = trials / LOOKS;
      started = 0;
      most = 0;
    }

    static synchronized long most() {
      return most;
    }

    /** One at a time, so that the driver takes all results in while the heap is looked at. */
    private static synchronized void start() {
      started++;
      if (started % every == 0) {
        long settled = HeapUse.alive();
        long before;
        do {
          before = settled;
          settled = HeapUse.alive();
        } while (settled < before - SETTLED);
        most = Math.max(most, settled);
      }
    }

    @Override
    public PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
      start();
      return PairResult.of(new PairCurves(curve(epochs), curve(epochs)));
    }

    private static NetworkCurve curve(int epochs) {
      List<Point> points =
          IntStream.range(0, epochs)
              .mapToObj(epoch -> new Point(epoch, epoch, 2.3, 0.5, Double.NaN))
              .toList();
      return new NetworkCurve(points, NetworkCurve.NEVER);
    }
  }

  /** Looks at the heap again and again from the first result file on. */
  private static final class EndOfTheRun extends Thread {
    private static final Set<String> OF_TRAINING = Set.of("trials", ".lock");

    private final Path folder;
    private volatile boolean over;
    private volatile long tables;
    private volatile long report;

    EndOfTheRun(Path folder) {
      this.folder = folder;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        while (!over) {
          long start = System.nanoTime();
          if (Files.exists(folder.resolve("run.json"))) {
            report = Math.max(report, HeapUse.alive());
          } else if (Files.isDirectory(folder) && !OF_TRAINING.containsAll(TinyRun.names(folder))) {
            tables = Math.max(tables, HeapUse.alive());
          }
          // So that the run gets most of the time.
          sleep(50 + 2 * (System.nanoTime() - start) / 1_000_000);
        }
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    Peaks with(long training) throws InterruptedException {
      over = true;
      join();
      return new Peaks(training, tables, report);
    }
  }

  @Test
  void tenTimesTheTrialsDoNotFillTheHeap() throws InterruptedException {
    Peaks few = peaks(FEW);
    Peaks many = peaks(MANY);

    String figures = FEW + " trials: " + few + ", " + MANY + " trials: " + many;
    assertThat(Stream.of(few, many).flatMap(Peaks::all)).as(figures).doesNotContain(0L);
    assertThat(many.training() - few.training()).as(figures).isLessThan(MAY_GROW);
    assertThat(many.tables() - few.tables()).as(figures).isLessThan(MAY_GROW);
    assertThat(many.report() - few.report()).as(figures).isLessThan(MAY_GROW);
  }

  private Peaks peaks(int trials) throws InterruptedException {
    // No two trials differ in the seed alone: of each setting the tables at the end hold some 300
    // bytes, of further seeds none. Each rate is one trial for each of the two weight scales.
    String axis = "grid.learning_rate={linspace: [0.001, 1, " + trials / 2 + "]}";
    RunConfig config =
        ConfigReader.readText(TinyRun.YAML, "tiny.yaml", List.of("epochs=" + EPOCHS, axis));
    assertThat(config.grid().size()).isEqualTo(trials);
    Path folder = temporary.resolve(Integer.toString(trials));
    Idle.begin(trials);
    EndOfTheRun end = new EndOfTheRun(folder);
    end.start();

    int exitCode =
        new SweepRunBuilder(config, folder.toString())
            .master("local[2]")
            .runner(Idle.RUNNER)
            .build()
            .call();

    assertThat(exitCode).isZero();
    return end.with(Idle.most());
  }
}
