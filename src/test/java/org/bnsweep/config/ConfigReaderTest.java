package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.config.Configs.read;
import static org.bnsweep.config.Configs.trials;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.nn.WeightScale.Init;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.OptimizerKind;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  static Stream<String> documents() {
    return Stream.of(
        "epochs: 3",
        """
        name: all.of_it-1
        data: {source: "hdfs://host:8020/user/ann/mnist", train_size: 300, test_size: 10}
        record_activations: true
        grid:
          seed: {range: [0, 4]}
          weight_scale: [he, Sigmoid, 1e-5, 0]
          learning_rate: {logspace: [-3, 0, 4]}
          dropout: {range: [0, 0.5, 0.25]}
          hidden: [[3], [100, 100]]
          activation: [relu, sigmoid]
          optimizer: momentum
          weight_decay: {linspace: [0, 0.1, 3]}
        where: [learning_rate < 0.05, "weight_scale in [he, 0.00001]", "hidden != [3]"]
        sample: {count: 100, seed: 7}
        """,
        "points: [{hidden: [7], seed: 3}, {weight_scale: xavier, activation: sigmoid}]\n"
            + "grid: {epochs_: 1}".replace("epochs_: 1", "learning_rate: 1e-7"));
  }

  @Test
  void givesWhatIsNotWrittenItsDefault() {
    RunConfig config = read("epochs: 3");

    assertThat(config.name()).isEqualTo("test");
    assertThat(config.epochs()).isEqualTo(3);
    assertThat(config.data()).isEqualTo(new DataSettings("embedded", 1000, 0));
    assertThat(config.recordings()).isEqualTo(Recordings.NONE);
    assertThat(trials(config))
        .containsExactly(
            Hyperparameters.builder().weightScale(new WeightScale(Init.NORMAL, 0.05)).build());
  }

  @Test
  void readsEverySetting() {
    RunConfig config =
        read(
            """
            name: everything
            data: {source: /data/mnist, train_size: 300, test_size: 1000}
            epochs: 201
            record_activations: true
            grid:
              weight_scale: he
              learning_rate: 1e-2
              batch_size: 50
              hidden: [20, 30]
              activation: sigmoid
              dropout: 0.2
              weight_decay: .1
              optimizer: adam
              seed: 4294967295
            """);

    assertThat(config.name()).isEqualTo("everything");
    assertThat(config.epochs()).isEqualTo(201);
    assertThat(config.data()).isEqualTo(new DataSettings("/data/mnist", 300, 1000));
    assertThat(config.recordings()).isEqualTo(Recordings.of(Recording.ACTIVATIONS));
    assertThat(trials(config))
        .containsExactly(
            Hyperparameters.builder()
                .weightScale(new WeightScale(Init.HE, Double.NaN))
                .batchSize(50)
                .hidden(List.of(20, 30))
                .activation(Activation.SIGMOID)
                .dropout(0.2)
                .weightDecay(0.1)
                .optimizer(OptimizerKind.ADAM)
                .seed(4294967295L)
                .build());
  }

  @Test
  void readsWholeNumbersHoweverTheyAreWritten() {
    RunConfig config =
        read(
            """
            data: {train_size: 1e3, test_size: 1000.0}
            epochs: 2e1
            grid: {seed: {range: [0, 1e1, 2.0]}, batch_size: 1.0e+2}
            sample: {count: 3.0}
            """);

    assertThat(config.data()).isEqualTo(new DataSettings("embedded", 1000, 1000));
    assertThat(config.epochs()).isEqualTo(20);
    assertThat(config.settings())
        .containsEntry("data", Map.of("source", "embedded", "train_size", 1000, "test_size", 1000))
        .containsEntry("epochs", 20)
        .containsEntry("sample", Map.of("count", 3L, "seed", 0L));
    assertThat(config.settings().get("grid"))
        .asString()
        .contains("seed={range=[0, 10, 2]}", "batch_size=100,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grid:\n  # seed: 1\n",
        "grid: ~",
        "data:\nwhere:\npoints:\nsample:\ngrid:\n  where:\n  sample:\n  points:\n",
      })
  void countsWhatIsLeftEmptyAsAbsent(String yaml) {
    assertThat(read(yaml).settings()).isEqualTo(read("name: test").settings());
  }

  @Test
  void setsInsideWhatIsLeftEmpty() {
    RunConfig config =
        read("grid:\ndata:\nsample:\n", "seed=[1,2,3]", "train_size=7", "sample.count=2");

    assertThat(config.grid().size()).isEqualTo(2);
    assertThat(config.data().trainSize()).isEqualTo(7);
  }

  @Test
  void readsJson() {
    assertThat(read("{\"epochs\": 4, \"grid\": {\"seed\": [1, 2]}}").grid().size()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsItsOwnSettingsAsTheSameConfiguration(String yaml) throws Exception {
    RunConfig config = read(yaml);

    String json = new ObjectMapper().writeValueAsString(config.settings());
    RunConfig again = ConfigReader.readText(json, "run.json", List.of());

    assertThat(again.settings()).isEqualTo(config.settings());
    assertThat(again.name()).isEqualTo(config.name());
    assertThat(again.data()).isEqualTo(config.data());
    assertThat(again.epochs()).isEqualTo(config.epochs());
    assertThat(again.recordings()).isEqualTo(config.recordings());
    assertThat(trials(again)).isEqualTo(trials(config));
  }

  @Test
  void leavesFoldersHostsAndUsersOutOfShareableSettings() {
    RunConfig config = read("data: {source: 'hdfs://host:8020/user/ann/mnist/', train_size: 5}");

    assertThat(config.shareableSettings().get("data"))
        .isEqualTo(Map.of("source", "mnist", "train_size", 5, "test_size", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"my experiment.yaml", "folder/.my experiment.yml"})
  void makesANameOfTheFiles(String file, @TempDir Path folder) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "epochs: 3");

    assertThat(ConfigReader.read(path.toString(), Configuration::new, List.of()).name())
        .isEqualTo("my-experiment");
  }

  @Test
  void readsAFileByItsUri(@TempDir Path folder) throws Exception {
    Path path = Files.writeString(folder.resolve("a b.yaml"), "epochs: 3");

    assertThat(ConfigReader.read(path.toUri().toString(), Configuration::new, List.of()).epochs())
        .isEqualTo(3);
  }
}
