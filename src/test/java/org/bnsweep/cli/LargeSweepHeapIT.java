package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.Dataset;
import org.bnsweep.store.OnExisting;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a hundred thousand trials leave in the driver's heap: the command's whole way from
 * configuration to report, with a runner that does nothing, so that results come as fast as they
 * can.
 */
@Tag("process")
@Timeout(180)
class LargeSweepHeapIT {
  private static final int EPOCHS = 20;
  private static final long TRIALS = 100_000;
  private static final long MAY_GROW = 50_000_000;

  // Tasks of local[2] run in this process, so that the runner sees the driver's heap.
  private static final AtomicLong STARTED = new AtomicLong();
  private static final Map<Long, Long> HEAP = new ConcurrentHashMap<>();

  @TempDir Path temporary;

  /** Returns the same numbers for every trial, new objects each time as training would. */
  private enum Idle implements TrialRunner {
    RUNNER;

    @Override
    public PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
      long started = STARTED.incrementAndGet();
      if (started % 10_000 == 0) {
        HEAP.put(started, heapAfterFullCollection());
      }
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

  /** Looks at the heap again and again from the last trial on: tables, summary, report. */
  private static final class EndOfTheRun extends Thread {
    private volatile boolean over;
    private volatile long most;

    @Override
    public void run() {
      while (!over) {
        if (STARTED.get() == TRIALS) {
          most = Math.max(most, heapAfterFullCollection());
        }
        try {
          sleep(200);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  /** What the collection left; the usage of now holds garbage of other threads already. */
  private static long heapAfterFullCollection() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }

  @Test
  void tenTimesTheTrialsDoNotFillTheHeap() throws InterruptedException {
    // No two trials differ in the seed alone: of each setting the tables at the end hold some 400
    // bytes, of further seeds none.
    String axis = "grid.learning_rate={linspace: [0.001, 1, 50000]}";
    RunConfig config =
        ConfigReader.readText(TinyRun.YAML, "tiny.yaml", List.of("epochs=" + EPOCHS, axis));
    PrintWriter out = new PrintWriter(new StringWriter());
    EndOfTheRun end = new EndOfTheRun();
    end.setDaemon(true);
    end.start();

    int exitCode =
        new SweepRun(
                config,
                temporary.resolve("run").toString(),
                OnExisting.RESUME,
                Optional.of("local[2]"),
                Optional.empty(),
                Idle.RUNNER,
                new Serving(Optional.empty(), Serving.AtTheEnd.STOP, out),
                out,
                out)
            .call();
    end.over = true;
    end.join();

    assertThat(exitCode).isZero();
    assertThat(config.grid().size()).isEqualTo(TRIALS);
    long atTenThousand = HEAP.get(10_000L);
    assertThat(Collections.max(HEAP.values()) - atTenThousand).isLessThan(MAY_GROW);
    assertThat(end.most - atTenThousand).isLessThan(MAY_GROW);
  }
}
