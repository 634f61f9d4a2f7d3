package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bnsweep.store.RunInfo;
import org.bnsweep.submit.Script;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one jar, on each Spark that it is for. */
@Tag("heavy")
@Timeout(1200)
class SparkVersionsIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"4.2.0", "4.1.1", "4.0.1", "3.5.6"})
  void trainsTheSameThereLocallyAndOnACluster(String version) throws Exception {
    SparkRuntime spark = SparkRuntime.of(version, "2.13");

    RunInfo local = reached(spark, "local[2]", version);
    assertThat(local.master()).isEqualTo("local[2]");

    SparkRuntime.Cluster cluster = spark.startCluster(folder);
    try {
      RunInfo standalone = reached(spark, cluster.url(), version);
      assertThat(standalone.master()).isEqualTo("standalone, 1 executor, 2 cores");
      assertThat(standalone.fingerprint()).isEqualTo(local.fingerprint());
    } finally {
      cluster.stop();
    }
  }

  private RunInfo reached(SparkRuntime spark, String master, String version) throws Exception {
    String out = folder.resolve(master.substring(0, 5)).toString();
    Script run = run(spark, master, out);
    assertThat(run.err().lines())
        // Maven gives Spark 3.5 two versions of SLF4J, an installation has one.
        .filteredOn(line -> !line.startsWith("SLF4J: "))
        .allMatch(line -> line.startsWith("bnsweep: "), "is our own");
    assertThat(run.exitCode()).as(run.err()).isZero();
    RunInfo info = ReferenceSweep.assertReached(out);
    assertThat(info.versions()).containsEntry("spark", version);
    return info;
  }

  private Script run(SparkRuntime spark, String master, String out) throws Exception {
    List<String> options = new ArrayList<>(List.of("--master", master));
    options.addAll(
        List.of(
            "--properties-file", ReferenceSweep.HOME.resolve("conf/spark-defaults.conf").toString(),
            "--conf", "spark.ui.enabled=false",
            "--conf", "spark.driver.host=127.0.0.1"));
    return spark.submit(folder, options, List.of("run", ReferenceSweep.CONFIG, "--out", out));
  }

  @Test
  void refusesAnotherScala() throws Exception {
    Script run = run(SparkRuntime.of("3.5.6", "2.12"), "local[2]", "out");

    assertThat(run.err().lines())
        .filteredOn(line -> !line.startsWith("SLF4J"))
        .containsExactly(
            "bnsweep: this is Spark 3.5.6 with Scala 2.12.18, must be Spark 3.5 or newer with Scala"
                + " 2.13");
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
