package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bnsweep.ClusterPort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** submit/standalone.sh and submit/cluster.sh with the whole application. */
@Tag("cluster")
@DisabledOnOs(OS.WINDOWS)
@Timeout(600)
class StandaloneIT {
  private static final Path HOME = Path.of(System.getProperty("bnsweep.home"));
  private static final String PORT = Integer.toString(ClusterPort.reserve(HOME));
  private static final Path STATE = HOME.resolve("target/standalone/" + PORT);

  @TempDir Path folder;

  @Test
  void startsOneClusterPerPortSubmitsToItAndStopsIt() throws Exception {
    String url = "spark://127.0.0.1:" + PORT;
    List<Long> processes;
    Script start = standalone("start", "1", "--cores", "2");
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

      Script client = submit(url, "", "client");
      assertThat(client.out()).as(client.err()).contains("0 diverged, 0 failed");
      assertThat(client.err().lines())
          .allMatch(line -> line.startsWith("bnsweep: "), "is the program's own");
      assertThat(client.exitCode()).isZero();
      for (String log : List.of("master.log", "worker-1.log")) {
        assertThat(STATE.resolve(log)).content().doesNotContain("WARNING");
      }
      assertThat(folder.resolve("client/run.json"))
          .content()
          .contains("\"master\" : \"standalone, 1 executor, 1 core\"")
          .doesNotContain("127.0.0.1", PORT);

      Script handedOver = submit(url, "--deploy-mode cluster", "cluster");
      assertThat(handedOver.exitCode()).as(handedOver.err()).isZero();
      await(() -> Files.exists(folder.resolve("cluster/report.html")));
      await(() -> lastDriversState().equals("FINISHED"));
      assertThat(bits("cluster")).isEqualTo(bits("client"));
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

  /** One core for the executor, so that a driver on the worker has the other. */
  private Script submit(String url, String options, String out) throws Exception {
    return Script.run(
        HOME.resolve("submit/cluster.sh"),
        folder,
        Map.of("SPARK_SUBMIT_OPTIONS", options + " --total-executor-cores 1"),
        url,
        "run",
        HOME.resolve("conf/weight-scale.yaml").toString(),
        "--set",
        "epochs=1",
        "--set",
        "grid.weight_scale=[0.1,0.01]",
        "--out",
        folder.resolve(out).toString());
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      Thread.sleep(100);
    }
  }

  /** What the master says became of the driver that it was handed. */
  private static String lastDriversState() {
    return new MasterPage(Integer.parseInt(PORT) + 1000)
        .status()
        .path("completeddrivers")
        .path(0)
        .path("state")
        .asText();
  }

  private String bits(String run) throws IOException {
    return new ObjectMapper()
        .readTree(folder.resolve(run).resolve("run.json").toFile())
        .get("bits")
        .asText();
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
