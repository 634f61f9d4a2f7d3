package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What submit/cluster.sh hands to the spark-submit of an installation. */
@DisabledOnOs(OS.WINDOWS)
class ClusterScriptIT {
  private static final Path HOME = Path.of(System.getProperty("bnsweep.home"));

  @TempDir Path folder;

  private Script cluster(Map<String, String> environment, String... arguments) throws Exception {
    return Script.run(HOME.resolve("submit/cluster.sh"), folder, environment, arguments);
  }

  @Test
  void givesTheJarTheSettingsAndTheArgumentsToTheInstallation() throws Exception {
    Path installation = Files.createDirectories(folder.resolve("spark 4"));
    Path submit = Files.createDirectory(installation.resolve("bin")).resolve("spark-submit");
    Files.writeString(submit, "#!/bin/sh\nprintf '%s\\n' \"$OMP_NUM_THREADS\" \"$@\"\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));

    Script run =
        cluster(
            Map.of(
                "SPARK_HOME",
                installation.toString(),
                "SPARK_SUBMIT_OPTIONS",
                "--deploy-mode cluster --num-executors 8"),
            "yarn",
            "run",
            "my sweep.yaml",
            "--set",
            "seed=[0, 1]");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "1",
            "--master",
            "yarn",
            "--properties-file",
            HOME.resolve("conf/spark-defaults.conf").toString(),
            "--load-spark-defaults",
            "--name",
            "bnsweep",
            "--class",
            "org.bnsweep.cli.Main",
            "--deploy-mode",
            "cluster",
            "--num-executors",
            "8",
            HOME.resolve("target/bnsweep.jar").toString(),
            "run",
            "my sweep.yaml",
            "--set",
            "seed=[0, 1]");
  }

  @Test
  void theRuntimeOfTheBuildRunsWithoutAWarning() throws Exception {
    Script run =
        cluster(
            Map.of(),
            "local[1]",
            "run",
            HOME.resolve("conf/weight-scale.yaml").toString(),
            "--set",
            "epochs=1",
            "--set",
            "data.train_size=20",
            "--set",
            "grid.weight_scale=0.1",
            "--set",
            "grid.seed=[0,1]",
            "--out",
            "run");

    assertThat(run.out()).as(run.err()).contains("2 trials");
    assertThat(run.err().lines())
        .allMatch(line -> line.matches("bnsweep: [12] of 2 trials .*"), "is the progress");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void saysThatTheInstallationIsNone() throws Exception {
    Script run = cluster(Map.of("SPARK_HOME", folder.toString()), "local[1]", "plan");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().strip())
        .isEqualTo(
            "bnsweep: SPARK_HOME is "
                + folder
                + ", which has no bin/spark-submit; set it to a Spark"
                + " installation, 3.5 or newer with Scala 2.13, or unset it");
  }

  @Test
  void asksForTheMasterFirst() throws Exception {
    Script run = cluster(Map.of(), "--help");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().strip())
        .isEqualTo(
            "bnsweep: usage: submit/cluster.sh MASTER [ARGS...], "
                + "e.g. spark://host:7077 run conf/weight-scale.yaml");
  }
}
