package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrialCommandTest {
  private static JsonNode reference() throws IOException {
    String name = "/org/bnsweep/reference/curves-seed0.json";
    try (InputStream in = TrialCommandTest.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
    }
  }

  @Test
  void printsTheJsonOfTheReference() throws IOException {
    String scale = reference().get("scales").get(3).asText();

    CliRun trial = CliRun.of("trial", "--json", "--set", "weight_scale=" + scale);

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.err()).isEmpty();
    assertThat(new ObjectMapper().readTree(trial.out()))
        .isEqualTo(reference().get("curves").get(3));
  }

  @Test
  void printsBothAccuraciesEpochByEpoch() throws IOException {
    JsonNode curves = reference().get("curves").get(0);

    CliRun trial = CliRun.of("trial", "--set", "weight_scale=1.0", "--set", "epochs=2");

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.lines())
        .containsExactly(
            "epoch:0 | " + curves.at("/plain/0") + " - " + curves.at("/bn/0"),
            "epoch:1 | " + curves.at("/plain/1") + " - " + curves.at("/bn/1"));
  }
}
