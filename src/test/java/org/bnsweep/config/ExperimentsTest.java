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
    assertThat(sizes(FOLDER))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "weight-scale", 16L,
                "weight-scale-seeds", 160L,
                "learning-rate", 81L,
                "overfitting", 45L,
                "optimizers", 72L,
                "fashion", 16L,
                "large-grid", 23_040L));
    assertThat(sizes(FOLDER.resolve("papers")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "position", 108L,
                "batch-size", 81L,
                "momentum", 60L,
                "depth", 165L,
                "landscape", 18L,
                "weight-decay", 36L,
                "dropout", 30L));
  }

  /** Trials by name of the experiments in {@code folder}, which are called as their files are. */
  private static Map<String, Long> sizes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.substring(0, file.length() - ".yaml".length()))
          .collect(
              Collectors.toMap(
                  name -> name,
                  name -> {
                    RunConfig config =
                        experiment(FOLDER.relativize(folder.resolve(name)).toString());
                    assertThat(config.name()).isEqualTo(name);
                    return config.grid().size();
                  }));
    }
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
  void claimsOfPapersHaveTheirSourceWhatToLookAtAndWhatCameOut() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (var paper : sizes(FOLDER.resolve("papers")).entrySet()) {
      String file = "papers/" + paper.getKey() + ".yaml";
      String text = Files.readString(FOLDER.resolve(file));

      assertThat(text)
          .startsWith("# Claim: ")
          .containsPattern("(19|20)\\d\\d[),;]")
          .contains("\n# What to look at: ", "\n# What came out here, ")
          .contains(String.format(Locale.ROOT, "\n# %,d trials; about ", paper.getValue()));
      assertThat(readme).contains("(conf/" + file + ")");
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
