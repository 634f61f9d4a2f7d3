package org.bnsweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.bnsweep.cli.KeyedFileSystem;
import org.bnsweep.cli.Main;
import org.bnsweep.cli.TinyRun;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.store.RunInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps in a process that has a SparkContext of its own, which is left running. */
class SweepsTest {
  private static JavaSparkContext context;

  @TempDir Path folder;

  @BeforeAll
  static void startSpark() {
    SparkConf conf = new SparkConf(false).setMaster("local[1]").setAppName("somebody else's");
    conf.set("spark.ui.enabled", "false").set("spark.driver.host", "127.0.0.1");
    KeyedFileSystem.SETTINGS.forEach((key, value) -> conf.set("spark.hadoop." + key, value));
    context = new JavaSparkContext(conf);
  }

  @AfterAll
  static void stopSpark() {
    context.close();
  }

  private static void assertRuns() {
    assertThat(context.sc().isStopped()).isFalse();
    assertThat(context.parallelize(List.of(1, 2, 3)).count()).isEqualTo(3);
  }

  /** The example of docs/library.md. */
  @Test
  void aProgramTrainsASweepInItsOwnSpark() throws Exception {
    String out = folder.resolve("run").toString();
    // begin
    RunConfig config =
        ConfigReader.readText(
            """
            epochs: 2
            data: {train_size: 20}
            grid: {weight_scale: [0.1, 0.01], hidden: [2], batch_size: 10}
            """,
            "mine.yaml",
            List.of("grid.seed=[0,1]"));
    RunInfo run = Sweeps.run(context, config, out);
    System.err.println(run.trials().trained() + " trials, fingerprint " + run.fingerprint());
    // end

    assertThat(run.trials().trained()).isEqualTo(4);
    assertThat(run.master()).isEqualTo("local[1]");
    assertThat(folder.resolve("run/report.html")).exists();
    assertRuns();
    assertThat(Sweeps.run(context, config, out).trials().reused()).isEqualTo(4);
  }

  @Test
  void theProgramsOwnJobGroupIsStillThere() throws Exception {
    RunConfig config = ConfigReader.readText(TinyRun.YAML, "tiny.yaml", List.of());
    context.setJobGroup("theirs", "somebody else's job", /* interruptOnCancel= */ true);
    try {
      Sweeps.run(context, config, folder.resolve("run").toString());

      assertThat(context.getLocalProperty("spark.jobGroup.id")).isEqualTo("theirs");
      assertThat(context.getLocalProperty("spark.job.description"))
          .isEqualTo("somebody else's job");
      assertThat(context.getLocalProperty("spark.job.interruptOnCancel")).isEqualTo("true");
    } finally {
      context.clearJobGroup();
    }
    Sweeps.run(context, config, folder.resolve("other").toString());
    assertThat(context.getLocalProperty("spark.jobGroup.id")).isNull();
  }

  @Test
  void theDocumentationHasTheExample() throws Exception {
    String test = Files.readString(Path.of("src/test/java/org/bnsweep/SweepsTest.java"));
    String example =
        test.substring(test.indexOf("// begin\n") + 9, test.indexOf("\n    // end\n"))
            .stripIndent();

    assertThat(Files.readString(Path.of("docs/library.md"))).contains(example);
  }

  /** As in notebooks and shells; the files are opened with the settings of their Spark. */
  @Test
  void aCommandUsesTheSparkThatRunsAndReturnsItsExitCode() throws Exception {
    Files.writeString(folder.resolve("tiny.yaml"), TinyRun.YAML);
    String keyed = "keyed://" + folder;

    int exitCode = Main.run("run", keyed + "/tiny.yaml", "--out", keyed + "/run");

    assertThat(exitCode).isZero();
    assertThat(folder.resolve("run/run.json")).content().contains("\"master\" : \"local[1]\"");
    assertRuns();
    assertThat(Main.run("run", "missing.yaml")).isEqualTo(2);
    assertThat(Main.run("run", keyed + "/tiny.yaml", "--master", "local[2]")).isEqualTo(2);
    assertRuns();
  }
}
