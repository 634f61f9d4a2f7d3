package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How {@code submit/bench.sh peers} compares, with programs that only say what peers would. */
@DisabledOnOs(OS.WINDOWS)
class PeersBenchTest {
  /**
   * Ours takes 0.5 s a pair, each other what its script is given; the last argument is the start.
   */
  private static final String PEER =
      """
      for word; do
        case $before in
          *.PeerBenchmark) name=$word ;;
        esac
        before=$word
      done
      case $name in
        dl4j) bn=%s cpu=2.0 ;;
        torch*) bn=0.959 cpu=1.5 ;;
        *) bn=0.960 cpu=0.5 ;;
      esac
      echo "a warning of its own"
      echo "first 3.000 4.000"
      for seed in 0 1 2; do echo "accuracy $seed $bn 0.850"; done
      echo "steady $cpu"
      echo "$name" >>'%s'
      """;

  @TempDir Path folder;
  private StubCheckout checkout;
  private Path trained;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = StubCheckout.at(folder.toRealPath().resolve("clone"), folder.resolve("jdk"));
    trained = folder.resolve("trained");
    tool("python3", "exit 1");
    tool("uname", "echo Darwin arm64");
    tool(
        "mvn",
        "for word; do case $word in -Dmdep.outputFile=*) : >\"${word#*=}\" ;; esac; done; echo \"$@\" >'"
            + folder.resolve("built")
            + "'");
  }

  private void tool(String name, String script) throws Exception {
    StubCheckout.executable(folder.resolve("tools").resolve(name), "#!/bin/sh\n" + script + "\n");
  }

  private Script bench(String... arguments) throws Exception {
    String path = folder.resolve("tools") + File.pathSeparator + System.getenv("PATH");
    return checkout.run(Map.of("PATH", path), "bench.sh", arguments);
  }

  @Test
  void usageNamesIt() throws Exception {
    Script asked = bench("--help");
    Script without = bench();

    assertThat(asked.out())
        .contains("  submit/bench.sh peers [ROUNDS] ")
        .doesNotContain("set -euo");
    assertThat(asked.exitCode()).isZero();
    assertThat(without.err()).isEqualTo(asked.out());
    assertThat(without.exitCode()).isEqualTo(2);
  }

  @Test
  void peersAreComparedWithOursAndWhatIsMissingIsTold() throws Exception {
    checkout.java(PEER.formatted("0.955", trained));

    Script run = bench("peers", "2");

    assertThat(run.err())
        .isEqualTo(
            """
            bnsweep: PyTorch is left out: its libraries here are those of Linux on x86_64
            bnsweep: NumPy is left out: there is no python3 with numpy here
            """);
    assertThat(folder.resolve("built")).content().contains(" -Ppeers ", " test-compile ");
    assertThat(trained).content().isEqualTo("ours\ndl4j\n".repeat(3));
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "bnsweep, float64 0.50 1.00 3.00 1.00 4.00 0.000",
            "DL4J, float32 2.00 4.00 3.00 1.00 4.00 0.005")
        .hasSize(4);
  }

  @Test
  void pyTorchIsTriedWhereItsLibrariesAre() throws Exception {
    tool("uname", "echo Linux x86_64");
    checkout.java(PEER.formatted("0.960", trained));

    Script run = bench("peers", "1");

    assertThat(trained).content().isEqualTo("ours\ntorch64\ntorch32\ndl4j\n".repeat(2));
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains("PyTorch through DJL, float32 1.50 3.00 3.00 1.00 4.00 0.001");
  }

  @Test
  void nothingIsTimedIfAccuraciesAreOthers() throws Exception {
    checkout.java(PEER.formatted("0.949", trained));

    Script run = bench("peers", "2");

    assertThat(run.err())
        .endsWith(
            "bnsweep: the accuracies of dl4j differ from ours by up to 0.011, must be 0.01 or less:"
                + " accuracy 0 0.949 0.850 accuracy 1 0.949 0.850 accuracy 2 0.949 0.850\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(trained).content().isEqualTo("ours\ndl4j\n");
  }

  @Test
  void aPeerThatSaysNoAccuracyIsToldWithItsWords() throws Exception {
    checkout.java("echo accuracy 0 NaN NaN");

    Script run = bench("peers", "1");

    assertThat(run.err()).endsWith("bnsweep: ours says no accuracies: accuracy 0 NaN NaN\n");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void mavensFailureIsTold() throws Exception {
    tool("mvn", "echo 'no network' >&2; exit 1");

    assertThat(bench("peers").err())
        .isEqualTo(
            """
            no network
            bnsweep: Maven cannot make the peers, see above; submit/bench.sh job needs none of them
            """);
  }
}
