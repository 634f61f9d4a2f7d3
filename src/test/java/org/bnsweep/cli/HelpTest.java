package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"run", "plan", "trial", "report", "best", "verify", "merge", "gradcheck", "fetch"})
  void everyCommandHasExamplesAndFitsATerminal(String command) {
    CliRun help = CliRun.of(command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.lines()).contains("Examples:").allMatch(line -> line.length() <= 80);
    assertThat(help.out()).contains("  bnsweep " + command + " ").doesNotContain("null");
  }

  @Test
  void theFirstPageListsEveryCommandOnALineOfItsOwn() {
    CliRun help = CliRun.of("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.lines())
        .contains(
            "Commands:",
            "  run        Train the trials of a configuration and write the results.",
            "  plan       Tell the trials, the work and the time of a run; train nothing.",
            "  trial      Train one pair and print its accuracies.",
            "  report     Draw the charts and the page of a run again.",
            "  best       List the best trials of a run.",
            "  verify     Train recorded trials again and compare.",
            "  merge      Put runs of the same data and numerics together.",
            "  gradcheck  Compare gradients with differences of the loss.",
            "  fetch      Fetch a full data set, checksums verified.",
            "Exit codes: 0 every trial trained, 1 a trial failed or something broke,",
            "  bnsweep run conf/weight-scale.yaml")
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void theVersionNamesWhatTheNumbersStandOn() {
    CliRun version = CliRun.of("--version");

    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).containsPattern("bnsweep \\d").containsPattern("spark \\d");
  }
}
