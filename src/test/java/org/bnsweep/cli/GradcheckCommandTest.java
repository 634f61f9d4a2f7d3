package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GradcheckCommandTest {
  private static final String[] SMALL = {
    "gradcheck", "--set", "hidden=[3]", "--set", "activation=sigmoid", "--per-parameter", "20"
  };

  private static String[] small(String... more) {
    String[] arguments = Arrays.copyOf(SMALL, SMALL.length + more.length);
    System.arraycopy(more, 0, arguments, SMALL.length, more.length);
    return arguments;
  }

  @Test
  void passesAndListsTheParametersOfBothNetworks() {
    CliRun check = CliRun.of(small());

    assertThat(check.exitCode()).isZero();
    assertThat(check.lines().get(0))
        .isEqualTo("network  parameter    numbers   checked  relative error     bound");
    assertThat(check.lines().stream().skip(1).map(line -> line.substring(0, 19).strip()))
        .containsExactly(
            "bn       W1",
            "bn       b1",
            "bn       gamma1",
            "bn       beta1",
            "bn       W2",
            "bn       b2",
            "plain    W1",
            "plain    b1",
            "plain    W2",
            "plain    b2");
    assertThat(check.out()).doesNotContain("differs");
  }

  @Test
  void failsWhereTheNetworkOverflows() {
    CliRun check = CliRun.of(small("--set", "weight_scale=1e300"));

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.lines()).anyMatch(line -> line.matches("bn       W1 .* NaN .*  differs"));
  }

  @Test
  void rejectsFewerThanFourSamples() {
    assertThat(CliRun.of(small("--samples", "3")))
        .isEqualTo(
            new CliRun(
                2, "", "bnsweep: --samples is 3, must be 4 or more" + System.lineSeparator()));
  }
}
