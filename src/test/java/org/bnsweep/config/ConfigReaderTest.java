package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bnsweep.data.DataSettings;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.nn.WeightScale.Init;
import org.bnsweep.sweep.Axis;
import org.bnsweep.sweep.AxisName;
import org.bnsweep.train.ActivationRecording;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.OptimizerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

  private static RunConfig read(String yaml, String... settings) {
    return ConfigReader.readText(yaml, "test.yaml", List.of(settings));
  }

  private static List<Hyperparameters> trials(RunConfig config) {
    return LongStream.range(0, config.grid().size()).mapToObj(config.grid()::get).toList();
  }

  private static List<?> values(RunConfig config, AxisName name) {
    return config.grid().axes().stream()
        .filter(axis -> axis.name() == name)
        .map(Axis::values)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void givesWhatIsNotWrittenItsDefault() {
    RunConfig config = read("epochs: 3");

    assertThat(config.name()).isEqualTo("test");
    assertThat(config.epochs()).isEqualTo(3);
    assertThat(config.data()).isEqualTo(new DataSettings("embedded", 1000, 0));
    assertThat(config.recordActivations()).isEqualTo(ActivationRecording.OFF);
    assertThat(trials(config))
        .containsExactly(
            new Hyperparameters(
                new WeightScale(Init.NORMAL, 0.05),
                0.01,
                100,
                List.of(100, 100, 100, 100, 100),
                Activation.RELU,
                0,
                0,
                OptimizerKind.SGD,
                0));
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
    assertThat(config.recordActivations()).isEqualTo(ActivationRecording.ON);
    assertThat(trials(config))
        .containsExactly(
            new Hyperparameters(
                new WeightScale(Init.HE, Double.NaN),
                0.01,
                50,
                List.of(20, 30),
                Activation.SIGMOID,
                0.2,
                0.1,
                OptimizerKind.ADAM,
                4294967295L));
  }

  @Test
  void readsJson() {
    assertThat(read("{\"epochs\": 4, \"grid\": {\"seed\": [1, 2]}}").grid().size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"he, HE", "relu, HE", "HE, HE", "ReLU, HE", "xavier, XAVIER", "Sigmoid, XAVIER"})
  void knowsBothNamesOfAnInitializerInAnyCase(String written, Init init) {
    RunConfig config = read("grid: {weight_scale: " + written + "}");

    assertThat(config.grid().get(0).weightScale()).isEqualTo(new WeightScale(init, Double.NaN));
    assertThat(config.settings().get("grid"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("weight_scale", init == Init.HE ? "he" : "xavier");
  }

  @Test
  void ordersTrialsAsAxesAreWrittenTheFirstSlowest() {
    RunConfig config = read("grid: {seed: [1, 0], weight_scale: [0.5, xavier]}");

    assertThat(config.grid().axes().subList(0, 2))
        .extracting(Axis::name)
        .containsExactly(AxisName.SEED, AxisName.WEIGHT_SCALE);
    assertThat(trials(config))
        .extracting(t -> t.seed() + " " + AxisName.plain(t.weightScale()))
        .containsExactly("1 0.5", "1 xavier", "0 0.5", "0 xavier");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learning_rate: {linspace: [0.1, 0.5, 3]} | [0.1, 0.30000000000000004, 0.5]",
        "learning_rate: {logspace: [-2, 0, 3]}    | [0.01, 0.1, 1.0]",
        "dropout: {range: [0, 0.5, 0.1]}          | [0.0, 0.1, 0.2, 0.3, 0.4]",
        "seed: {range: [3, 6]}                    | [3, 4, 5]",
        "seed: {range: [6, 0, -2]}                | [6, 4, 2]",
        "batch_size: {logspace: [0, 3, 4]}        | [1, 10, 100, 1000]",
        "batch_size: {linspace: [10, 30, 3]}      | [10, 20, 30]",
        "hidden: [5, 6]                           | [[5, 6]]",
        "hidden: [[5, 6], [7]]                    | [[5, 6], [7]]",
        "activation: [relu, sigmoid]              | [RELU, SIGMOID]",
        "optimizer: [adam, sgd]                   | [ADAM, SGD]",
        "seed: [3, 1, 3, 2, 1]                    | [3, 1, 2]",
        "weight_decay: [0, -0.0, 0.0]             | [0.0]",
      })
  void readsValuesListsAndGenerators(String axis, String expected) {
    RunConfig config = read("grid: {" + axis + "}");

    AxisName name = AxisName.of(axis.substring(0, axis.indexOf(':'))).orElseThrow();
    assertThat(values(config, name)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed == 2                    | 2",
        "seed != 2                    | 0 1 3 4",
        "seed < 2                     | 0 1",
        "seed <= 2                    | 0 1 2",
        "seed > 2                     | 3 4",
        "seed >= 2                    | 2 3 4",
        "seed in [4, 0, 9]            | 0 4",
        "seed<1.5                     | 0 1",
        "learning_rate == 0.01        | 0 1 2 3 4",
        "hidden == [100, 100, 100, 100, 100] | 0 1 2 3 4",
        "activation in [relu]         | 0 1 2 3 4",
        "weight_scale != he           | 0 1 2 3 4",
        "weight_scale > -1            | 0 1 2 3 4",
        "weight_scale in [he, 0.05]   | 0 1 2 3 4",
      })
  void keepsTrialsThatMeetAClause(String clause, String seeds) {
    RunConfig config = read("grid: {seed: {range: [0, 5]}}\nwhere:\n  - " + clause);

    assertThat(trials(config)).extracting(t -> "" + t.seed()).containsExactly(seeds.split(" "));
  }

  @Test
  void keepsTrialsThatMeetAllClauses() {
    RunConfig config =
        read(
            """
            grid:
              weight_scale: [0.01, 0.1, he]
              seed: {range: [0, 5]}
            where:
              - weight_scale < 0.1
              - seed >= 3
            """);

    assertThat(trials(config))
        .extracting(t -> AxisName.plain(t.weightScale()) + " " + t.seed())
        .containsExactly("0.01 3", "0.01 4");
  }

  @Test
  void takesPointsInsteadOfAProductAndTheirOtherSettingsFromTheGrid() {
    RunConfig config =
        read(
            """
            grid: {learning_rate: 0.5}
            points:
              - {weight_scale: he, seed: 1}
              - {hidden: [7], learning_rate: 0.1}
              - {weight_scale: relu, seed: 1}
            """);

    assertThat(trials(config))
        .extracting(
            t -> AxisName.plain(t.weightScale()) + " " + t.learningRate() + " " + t.hidden())
        .containsExactly("he 0.5 [100, 100, 100, 100, 100]", "0.05 0.1 [7]");
    assertThat(values(config, AxisName.SEED)).hasToString("[1, 0]");
  }

  @Test
  void narrowsAndSamplesPointsToo() {
    RunConfig config =
        read(
            """
            points: [{seed: 1}, {seed: 2}, {seed: 3}]
            where: seed > 1
            sample: {count: 1, seed: 0}
            """);

    assertThat(trials(config))
        .singleElement()
        .satisfies(t -> assertThat(t.seed()).isBetween(2L, 3L));
  }

  @Test
  void readsSelectionInsideTheGridToo() {
    assertThat(
            read("grid: {seed: {range: [0, 9]}, where: [seed < 4], sample: {count: 2, seed: 0}}"))
        .satisfies(config -> assertThat(config.grid().size()).isEqualTo(2))
        .satisfies(
            config ->
                assertThat(trials(config)).allSatisfy(t -> assertThat(t.seed()).isLessThan(4)));
  }

  @Test
  void allowsBatchesLargerThanTheTrainingSet() {
    assertThat(read("data: {train_size: 10}\ngrid: {batch_size: 100}").grid().get(0).batchSize())
        .isEqualTo(100);
  }

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
    assertThat(again.recordActivations()).isEqualTo(config.recordActivations());
    assertThat(trials(again)).isEqualTo(trials(config));
  }

  @Test
  void leavesFoldersHostsAndUsersOutOfShareableSettings() {
    RunConfig config = read("data: {source: 'hdfs://host:8020/user/ann/mnist/', train_size: 5}");

    assertThat(config.shareableSettings().get("data"))
        .isEqualTo(Map.of("source", "mnist", "train_size", 5, "test_size", 0));
  }

  @Test
  void setsReplaceSettingsAndAxes() {
    RunConfig config =
        read(
            "grid: {weight_scale: [1, 2], seed: 3}",
            "grid.seed=[0,1,2]",
            "epochs=5",
            "data.train_size=500",
            "name=other",
            "weight_scale={logspace: [0, -4, 16]}",
            "hidden=[5,5]",
            "test_size=10",
            "sample={count: 40, seed: 1}",
            "sample.count=30",
            "where=[\"seed < 2\"]",
            "record_activations=true");

    assertThat(config.name()).isEqualTo("other");
    assertThat(config.epochs()).isEqualTo(5);
    assertThat(config.data()).isEqualTo(new DataSettings("embedded", 500, 10));
    assertThat(values(config, AxisName.SEED)).hasToString("[0, 1]");
    assertThat(values(config, AxisName.WEIGHT_SCALE)).hasSize(16);
    assertThat(values(config, AxisName.HIDDEN)).hasToString("[[5, 5]]");
    assertThat(config.grid().size()).isEqualTo(30);
    assertThat(config.recordActivations()).isEqualTo(ActivationRecording.ON);
  }

  @Test
  void theLastOfTwoSetsOfAKeyCounts() {
    assertThat(read("epochs: 1", "epochs=2", "epochs=3").epochs()).isEqualTo(3);
  }

  @Test
  void makesASingleTrialOfDefaultsAndSets() {
    RunConfig config = ConfigReader.single(List.of("weight_scale=he", "seed=7", "epochs=2"));

    assertThat(config.name()).isEqualTo("trial");
    assertThat(config.epochs()).isEqualTo(2);
    assertThat(config.grid().size()).isEqualTo(1);
    assertThat(config.grid().get(0).seed()).isEqualTo(7);
  }

  @Test
  void makesATrialAgainOfItsOwnSettings() {
    RunConfig config =
        read(
            """
            grid:
              weight_scale: [he, xavier, 0, 1e-300, 1e300, 0.5411695265464637]
              learning_rate: [1000000.0, 1e-7]
              hidden: [[1], [100, 20]]
              activation: sigmoid
              optimizer: adagrad
              dropout: 0.999
              seed: 4294967295
            """);

    assertThat(trials(config))
        .hasSize(24)
        .allSatisfy(
            trial ->
                assertThat(trials(ConfigReader.single(AxisName.settings(trial))))
                    .containsExactly(trial));
    assertThat(AxisName.settings(config.grid().get(1)))
        .containsExactly(
            "weight_scale=he",
            "learning_rate=1000000.0",
            "batch_size=100",
            "hidden=[100,20]",
            "activation=sigmoid",
            "dropout=0.999",
            "weight_decay=0.0",
            "optimizer=adagrad",
            "seed=4294967295");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my experiment.yaml", "folder/.my experiment.yml"})
  void makesANameOfTheFiles(String file, @TempDir Path folder) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "epochs: 3");

    assertThat(ConfigReader.read(path.toString(), List.of()).name()).isEqualTo("my-experiment");
  }

  @Test
  void readsAFileByItsUri(@TempDir Path folder) throws Exception {
    Path path = Files.writeString(folder.resolve("a b.yaml"), "epochs: 3");

    assertThat(ConfigReader.read(path.toUri().toString(), List.of()).epochs()).isEqualTo(3);
  }
}
