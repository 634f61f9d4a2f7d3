package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What submit/cluster.sh makes of what Spark's launcher answers, whose class is java here. */
@DisabledOnOs(OS.WINDOWS)
class SparkLauncherTest {
  private static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit";

  @TempDir Path folder;
  private StubCheckout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = StubCheckout.at(folder.toRealPath().resolve("clone"), folder.resolve("jdk"));
  }

  /** What the launcher does; as java itself, the stub prints its arguments. */
  private void launcher(String script) throws Exception {
    checkout.java(
        """
        case $* in
          *org.apache.spark.launcher.Main*) shift 7; %s ;;
          *' -version') echo 'openjdk version "17.0.9"' ;;
          *) printf '%%s\\n' "$@" ;;
        esac"""
            .formatted(script));
  }

  private void answers(String... command) throws Exception {
    launcher(
        "printf '\\0\\n'; printf '%s\\0' '"
            + checkout.java()
            + "' "
            + String.join(" ", command)
            + " \"$@\"");
  }

  private Script cluster(Map<String, String> environment, String... arguments) throws Exception {
    return checkout.run(environment, "cluster.sh", arguments);
  }

  @Test
  void javaIsNotAskedForWhatItWarnsOf() throws Exception {
    answers("-Da=b", "--add-modules=jdk.incubator.vector", "--add-opens=c=d", SUBMIT);

    Script run = cluster(Map.of(), "local[1]", "plan", "--add-modules=jdk.incubator.vector");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .startsWith("-Da=b", "--add-opens=c=d", SUBMIT, "--master", "local[1]")
        .endsWith(
            checkout.home() + "/target/bnsweep.jar", "plan", "--add-modules=jdk.incubator.vector");
  }

  @Test
  void itsOwnWordsTellWhyItFailed() throws Exception {
    launcher("echo 'Error: no memory' >&2; echo '  at java.lang.Thread' >&2; exit 1");

    assertFails(
        cluster(Map.of(), "local[1]", "plan"),
        "bnsweep: Spark's launcher failed: Error: no memory\n");
  }

  @Test
  void itsOwnWordsTellWhatItRejected() throws Exception {
    launcher(
        "echo 'Error: Unrecognized option: --foo' >&2; printf '\\0\\n%s\\0%s\\0%s\\0' java "
            + SUBMIT
            + " --usage-error");

    assertFails(
        cluster(Map.of("SPARK_SUBMIT_OPTIONS", "--foo"), "local[1]", "plan"),
        "bnsweep: Spark's launcher rejected the options: Error: Unrecognized option: --foo\n");
  }

  @Test
  void optionsThatJavaDoesNotTakeAreToldInOneLine() throws Exception {
    launcher("printf '\\0\\n%s\\0%s\\0%s\\0' '" + checkout.java() + "' -Xmx2GB " + SUBMIT);
    String stub = Files.readString(checkout.java()).replaceFirst("#!/bin/sh\n", "");
    checkout.java(
        "case $* in *-Xmx2GB*) echo 'Invalid size'; echo '-Xmx2GB' >&2; exit 1 ;; esac\n" + stub);

    assertFails(
        cluster(Map.of("SPARK_SUBMIT_OPTIONS", "--driver-memory 2GB"), "local[1]", "plan"),
        "bnsweep: " + checkout.java() + " does not start: Invalid size -Xmx2GB\n");
  }

  @Test
  void aMasterThatSparkDoesNotKnowIsRefused() throws Exception {
    assertFails(
        cluster(Map.of(), "host:7077", "plan"),
        "bnsweep: MASTER is host:7077, must be spark://host:port, yarn, k8s://https://host:port or"
            + " local[N]\n");
  }

  private static void assertFails(Script run, String line) {
    assertThat(run.err()).isEqualTo(line);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
