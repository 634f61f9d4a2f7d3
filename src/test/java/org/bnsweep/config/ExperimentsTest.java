package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.junit.jupiter.api.Test;

/** The experiments in {@code conf/}. */
class ExperimentsTest {
  private static final Path FOLDER = Path.of("conf");

  private static RunConfig experiment(String name) {
    return ConfigReader.read(
        FOLDER.resolve(name + ".yaml").toString(), Configuration::new, List.of());
  }

  @Test
  void haveTheTrialsTheyPromiseAndTheNamesOfTheirFiles() throws IOException {
    Map<String, Long> sizes;
    try (Stream<Path> files = Files.list(FOLDER)) {
      sizes =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".yaml"))
              .map(file -> file.substring(0, file.length() - ".yaml".length()))
              .collect(Collectors.toMap(name -> name, name -> experiment(name).grid().size()));
    }

    assertThat(sizes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "weight-scale", 16L,
                "weight-scale-seeds", 160L,
                "learning-rate", 81L,
                "overfitting", 45L,
                "optimizers", 72L,
                "fashion", 16L,
                "large-grid", 23_040L));
    assertThat(sizes.keySet()).allSatisfy(n -> assertThat(experiment(n).name()).isEqualTo(n));
  }

  @Test
  void saysInItsCommentHowManyTrialsThereAre() throws IOException {
    for (String name :
        List.of("weight-scale", "fashion", "learning-rate", "overfitting", "large-grid")) {
      String text = Files.readString(FOLDER.resolve(name + ".yaml"));

      assertThat(text)
          .contains(String.format(Locale.ROOT, "# %,d trials", experiment(name).grid().size()));
    }
  }

  @Test
  void theDefaultExperimentIsTheReferences() {
    RunConfig config = experiment("weight-scale");
    List<Hyperparameters> trials = LongStream.range(0, 16).mapToObj(config.grid()::get).toList();

    assertThat(config.epochs()).isEqualTo(20);
    assertThat(config.data().trainSize()).isEqualTo(1000);
    assertThat(trials.get(0).weightScale().scale()).isEqualTo(1.0);
    assertThat(trials.get(1).weightScale().scale()).isEqualTo(0.5411695265464637);
    assertThat(trials.get(15).weightScale().scale()).isEqualTo(1e-4);
    assertThat(trials)
        .allSatisfy(
            trial -> {
              assertThat(trial.learningRate()).isEqualTo(0.01);
              assertThat(trial.batchSize()).isEqualTo(100);
              assertThat(trial.hidden()).containsExactly(100, 100, 100, 100, 100);
              assertThat(trial.seed()).isZero();
            });
  }

  @Test
  void theLargeGridTakesASampleFromTheCommandLine() {
    RunConfig config =
        ConfigReader.read(
            FOLDER.resolve("large-grid.yaml").toString(),
            Configuration::new,
            List.of("sample.count=200"));

    assertThat(config.grid().size()).isEqualTo(200);
    assertThat(config.grid().varyingAxes())
        .extracting(axis -> axis.name())
        .contains(Hyperparameter.WEIGHT_SCALE, Hyperparameter.SEED);
  }
}
