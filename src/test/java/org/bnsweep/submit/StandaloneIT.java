package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** submit/standalone.sh and submit/cluster.sh with the whole application. */
@Tag("cluster")
@DisabledOnOs(OS.WINDOWS)
class StandaloneIT {
  private static final Path HOME = Path.of(System.getProperty("bnsweep.home"));
  // Apart from the ports of the other cluster tests.
  private static final String PORT =
      Integer.toString(45_000 + (int) (ProcessHandle.current().pid() % 10_000));
  private static final Path STATE = HOME.resolve("target/standalone/" + PORT);

  @TempDir Path folder;

  @Test
  void startsOneClusterPerPortSubmitsToItAndStopsIt() throws Exception {
    String url = "spark://127.0.0.1:" + PORT;
    List<Long> processes;
    Script start = standalone("start", "1", "--cores", "1");
    try {
      assertThat(start.out().lines().reduce((a, b) -> b)).hasValue(url);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret())))
          .isEqualTo("rw-------");
      processes = List.of(process("master"), process("worker-1"));
      assertThat(processes).allMatch(StandaloneIT::lives);

      Script again = standalone("start", "1");
      assertThat(again.exitCode()).isEqualTo(2);
      assertThat(again.err().strip())
          .isEqualTo(
              "bnsweep: port "
                  + PORT
                  + ": a cluster is running already; stop it, or choose another --port");

      Script run =
          Script.run(
              HOME.resolve("submit/cluster.sh"),
              folder,
              Map.of(),
              url,
              "run",
              HOME.resolve("conf/weight-scale.yaml").toString(),
              "--set",
              "epochs=1",
              "--set",
              "grid.weight_scale=[0.1,0.01]",
              "--out",
              "a run");
      assertThat(run.out()).as(run.err()).contains("0 diverged, 0 failed");
      assertThat(run.exitCode()).isZero();
      assertThat(folder.resolve("a run/run.json"))
          .content()
          .contains("\"master\" : \"standalone, 1 executor, 1 core\"")
          .doesNotContain("127.0.0.1", PORT);
    } finally {
      standalone("stop");
    }
    assertThat(processes).noneMatch(StandaloneIT::lives);
    assertThat(secret()).doesNotExist();
    assertThat(standalone("status").exitCode()).isEqualTo(1);
  }

  @Test
  void refusesNumbersThatAreNone() throws Exception {
    assertThat(standalone("start", "0").err().strip())
        .isEqualTo("bnsweep: the number of workers is 0, must be a whole number of 1 or more");
    assertThat(standalone("start", "1", "--cores", "x").err().strip())
        .isEqualTo("bnsweep: --cores is x, must be a whole number of 1 or more");
  }

  private Script standalone(String... arguments) throws Exception {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--port";
    all[arguments.length + 1] = PORT;
    return Script.run(HOME.resolve("submit/standalone.sh"), folder, Map.of(), all);
  }

  private static Path secret() {
    return STATE.resolve("secret.conf");
  }

  private static long process(String name) throws Exception {
    return Long.parseLong(Files.readString(STATE.resolve(name + ".pid")).strip());
  }

  private static boolean lives(long id) {
    Optional<ProcessHandle> process = ProcessHandle.of(id);
    return process.isPresent() && process.get().isAlive();
  }
}
