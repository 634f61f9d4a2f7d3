package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bnsweep.reference.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"batch", "layer", "rms"})
  void printsTheJsonOfTheReferenceForEveryNormalization(String normalization) throws IOException {
    JsonNode trial =
        References.elements(References.read("normalizations.json")).stream()
            .filter(each -> each.get("normalization").asText().equals(normalization))
            .filter(each -> each.get("norm_position").asText().equals("after"))
            .findFirst()
            .orElseThrow();
    List<String> arguments = new ArrayList<>(List.of("trial", "--json"));
    trial
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isValueNode() || field.getKey().equals("hidden")) {
                String value =
                    field.getValue().isTextual()
                        ? field.getValue().asText()
                        : field.getValue().toString();
                arguments.add("--set");
                arguments.add(field.getKey() + "=" + value);
              }
            });

    CliRun run = CliRun.of(arguments.toArray(new String[0]));

    assertThat(run.err()).isEmpty();
    assertThat(new ObjectMapper().readTree(run.out())).isEqualTo(trial.get("curves"));
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

  @Test
  void printsTestAccuraciesIfThereAreTestSamples() throws IOException {
    String[] settings = {"--set", "train_size=30", "--set", "epochs=2", "--set", "hidden=[3]"};
    CliRun without = CliRun.of(join("trial", settings));
    CliRun with = CliRun.of(join("trial", settings, "--set", "test_size=20"));
    CliRun json = CliRun.of(join("trial", settings, "--set", "test_size=20", "--json"));

    JsonNode curves = new ObjectMapper().readTree(json.out());
    assertThat(with.err()).isEmpty();
    assertThat(curves.fieldNames())
        .toIterable()
        .containsExactly("bn", "plain", "bn_test", "plain_test");
    for (int i = 0; i < 2; i++) {
      assertThat(with.lines().get(i))
          .isEqualTo(
              without.lines().get(i)
                  + " | test "
                  + curves.get("plain_test").get(i)
                  + " - "
                  + curves.get("bn_test").get(i));
    }
  }

  @Test
  void tellsWhichSettingsItDoesNotUse() {
    CliRun trial =
        CliRun.of(
            join(
                "trial",
                new String[] {"--set", "train_size=30", "--set", "epochs=1", "--set", "hidden=[3]"},
                "--set",
                "name=x",
                "--set",
                "record_activations=true"));

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.err())
        .isEqualTo(
            "bnsweep: trial does not use name and record_activations, which run does"
                + System.lineSeparator());
  }

  private static String[] join(String command, String[] settings, String... more) {
    return Stream.of(Stream.of(command), Stream.of(settings), Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }
}
