package org.bnsweep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.bnsweep.cli.TinyRun;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.sweep.spark.PairRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of its steps. */
@Timeout(120)
class SlowStepsTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration FOREVER = Duration.ofHours(1);

  /** What the trials of a test do first; they are sent to threads of this process. */
  private static final AtomicReference<Runnable> FIRST = new AtomicReference<>(() -> {});

  @TempDir private Path temporary;

  private static volatile StringWriter err = new StringWriter();

  /** Hangs the start and the end of Spark until they are named; Spark makes one by its name. */
  public static final class Hanging extends SparkListener {
    public Hanging() {
      awaitLine(still("starting Spark"));
    }

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd end) {
      awaitLine(still("stopping Spark"));
    }
  }

  @BeforeEach
  void begin() {
    err = new StringWriter();
    FIRST.set(() -> {});
  }

  @AfterEach
  void forget() {
    System.clearProperty("spark.extraListeners");
  }

  private int run(SlowSteps.Limits limits, Writer out) {
    TrialRunner runner =
        (dataset, epochs, trial) -> {
          FIRST.get().run();
          return PairRunner.CURVES.run(dataset, epochs, trial);
        };
    return new SweepRunBuilder(
            ConfigReader.readText(TinyRun.YAML, "tiny.yaml", List.of()),
            temporary.resolve("run").toString())
        .trialsPerTask(1)
        .runner(runner)
        .out(out)
        .err(err)
        .limits(limits)
        .build()
        .call();
  }

  /** Hangs until stderr has a line that matches. */
  private static void awaitLine(String regex) {
    Pattern line = Pattern.compile(regex);
    while (err.toString().lines().noneMatch(line.asMatchPredicate())) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError(err.toString(), e);
      }
    }
  }

  private static String still(String doing) {
    return "bnsweep: still " + doing + ", since \\d\\d:\\d\\d:\\d\\d \\(\\d+ s\\)";
  }

  @Test
  void saysNothingOfARunThatGetsOn() {
    assertThat(run(SlowSteps.Limits.DEFAULT, Writer.nullWriter())).isZero();

    assertThat(err.toString().lines())
        .allMatch(line -> line.matches("bnsweep: \\d of 2 trials .*"));
  }

  @Test
  void saysThatNoResultArrivesWhileATrialHangs() {
    // Spark counts its tasks every ten seconds.
    FIRST.set(
        () ->
            awaitLine(
                "bnsweep: no result has arrived since \\d\\d:\\d\\d:\\d\\d \\(\\d+ s\\);"
                    + " (no|1) task is running"));

    assertThat(run(new SlowSteps.Limits(FOREVER, FOREVER, MOMENT), Writer.nullWriter())).isZero();

    assertThat(err.toString()).doesNotContain("still");
  }

  @Test
  void namesTheStepsThatHang() {
    Writer hanging =
        new StringWriter() {
          @Override
          public void write(String text, int offset, int length) {
            awaitLine(still("drawing the report"));
          }
        };
    System.setProperty("spark.extraListeners", Hanging.class.getName());

    assertThat(run(new SlowSteps.Limits(MOMENT, MOMENT, FOREVER), hanging)).isZero();

    assertThat(err.toString()).doesNotContain("no result");
  }
}
