package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code run} where more than curves is kept. */
class RecordingRunTest extends WithTinyRuns {
  @Test
  void trainsAgainToTheSameCurvesWhenActivationsAreAskedForLater() throws IOException {
    Path folder = temporary.resolve("run");
    assertThat(run(folder).exitCode()).isZero();
    String bits = json(folder).get("bits").asText();
    byte[] curves = Files.readAllBytes(folder.resolve("curves.parquet"));
    assertThat(TinyRun.names(folder)).doesNotContain("activations.parquet");

    CliRun recorded = run(folder, "--set", "record_activations=true");

    assertThat(recorded.exitCode()).as(recorded.err()).isZero();
    assertThat(trials(folder))
        .isEqualTo("{\"planned\":2,\"reused\":0,\"trained\":2,\"diverged\":0,\"failed\":0}");
    assertThat(json(folder).get("bits").asText()).isEqualTo(bits);
    assertThat(Files.readAllBytes(folder.resolve("curves.parquet"))).isEqualTo(curves);
    assertThat(TinyRun.names(folder)).contains("activations.parquet");
    assertThat(folder.resolve("report.html")).content().contains("\"activations\":{");

    CliRun again = run(folder, "--set", "record_activations=true");

    assertThat(again.err()).contains("2 of 2 trials are in " + folder + " already");
    assertThat(json(folder).get("bits").asText()).isEqualTo(bits);
    assertThat(folder.resolve("report.html")).content().contains("\"activations\":{");
  }

  /** A ledger in which one row has the gradients and another the landscape has both. */
  @Test
  void keepsGradientsAndLandscapeBesideTheSameCurves() throws IOException {
    Path folder = temporary.resolve("run");
    assertThat(run(folder).exitCode()).isZero();
    byte[] curves = Files.readAllBytes(folder.resolve("curves.parquet"));
    JsonNode before = json(folder);

    assertThat(run(folder, "--set", "record_gradients=true").exitCode()).isZero();
    assertThat(TinyRun.names(folder))
        .contains("gradients.parquet")
        .doesNotContain("landscape.parquet");
    assertThat(run(folder, "--set", "record_landscape=true").exitCode()).isZero();
    assertThat(TinyRun.names(folder))
        .contains("landscape.parquet")
        .doesNotContain("gradients.parquet");
    CliRun both = run(folder, "--set", "record_landscape=true", "--set", "record_gradients=true");

    assertThat(both.err()).contains("2 of 2 trials are in " + folder + " already");
    assertThat(TinyRun.names(folder)).contains("landscape.parquet", "gradients.parquet");
    assertThat(both.out()).contains("gradients.parquet", "landscape.parquet");
    assertThat(Files.readAllBytes(folder.resolve("curves.parquet"))).isEqualTo(curves);
    for (String hash : List.of("fingerprint", "bits")) {
      assertThat(json(folder).get(hash)).isEqualTo(before.get(hash));
    }
  }
}
