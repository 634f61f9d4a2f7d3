package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bnsweep.cli.run.Serving;
import org.bnsweep.cli.run.SweepRunBuilder;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.sweep.spark.PairRunner;
import org.junit.jupiter.api.Test;

/** {@code run} with trials that a test makes do something else. */
class OtherRunnersTest extends WithTinyRuns {
  @Test
  void recordsATrialThatAlwaysThrowsFinishesTheRestAndExitsWith1() throws IOException {
    Path folder = temporary.resolve("run");
    StringWriter out = new StringWriter();
    RunConfig config = ConfigReader.readText(TinyRun.YAML, "tiny.yaml", List.of());
    TrialRunner runner =
        (dataset, epochs, trial) -> {
          if (trial.weightScale().scale() == 0.1) {
            throw new IllegalStateException("always");
          }
          return PairRunner.CURVES.run(dataset, epochs, trial);
        };

    int exitCode =
        new SweepRunBuilder(config, folder.toString())
            .trialsPerTask(1)
            .runner(runner)
            .out(out)
            .err(out)
            .build()
            .call();

    assertThat(exitCode).as(out.toString()).isEqualTo(1);
    assertThat(out.toString()).contains("2 trials: 0 diverged, 1 failed");
    assertThat(trials(folder))
        .isEqualTo("{\"planned\":2,\"reused\":0,\"trained\":1,\"diverged\":0,\"failed\":1}");
    assertThat(Files.readString(folder.resolve("summary.csv")))
        .contains("IllegalStateException: always");

    CliRun again = run(folder);

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(trials(folder))
        .isEqualTo("{\"planned\":2,\"reused\":1,\"trained\":1,\"diverged\":0,\"failed\":0}");
  }

  @Test
  void thePageHasTheTrialsOfEarlierRunsWhileOthersAreTrained() throws Exception {
    Path folder = temporary.resolve("run");
    assertThat(run(folder).exitCode()).isZero();
    StringWriter err = new StringWriter();
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    SEEN.set(
        () -> {
          Matcher page = Pattern.compile("the page is at (\\S+)").matcher(err.toString());
          assertThat(page.find()).isTrue();
          seen.add(get(page.group(1) + "data.json"));
        });
    try (Serving serving =
        new Serving(Optional.of(0), Serving.AtTheEnd.STOP, new PrintWriter(err))) {
      int exitCode =
          new SweepRunBuilder(
                  ConfigReader.readText(TinyRun.YAML, "tiny.yaml", List.of("grid.seed=[0,1]")),
                  folder.toString())
              .trialsPerTask(2)
              .runner(
                  (dataset, epochs, trial) -> {
                    SEEN.get().run();
                    return PairRunner.CURVES.run(dataset, epochs, trial);
                  })
              .serving(serving)
              .out(err)
              .err(err)
              .build()
              .call();
      assertThat(exitCode).as(err.toString()).isZero();
    }

    JsonNode first = new ObjectMapper().readTree(seen.get(0));
    assertThat(first.get("counts").get("trials").asInt()).isEqualTo(2);
    assertThat(first.get("trials").get("id")).hasSize(2);
  }

  /** What the trials of a test do first; they are sent to threads of this process. */
  private static final AtomicReference<Runnable> SEEN = new AtomicReference<>(() -> {});

  private static String get(String url) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
