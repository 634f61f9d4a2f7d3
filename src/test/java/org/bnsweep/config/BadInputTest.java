package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong input gets one line: where, what, its value, and what would be right. */
class BadInputTest {

  private static void refused(String yaml, String message) {
    assertThatThrownBy(() -> ConfigReader.readText(yaml, "c.yaml", List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  private static void refusedFile(String location, String message) {
    assertThatThrownBy(() -> ConfigReader.read(location, List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  @Test
  void refusesAMissingFile(@TempDir Path folder) {
    String file = folder.resolve("none.yaml").toString();
    String message = ": no such file, must be a YAML file such as conf/weight-scale.yaml";

    refusedFile(file, file + message);
    refusedFile("file://" + file, "file://" + file + message);
  }

  @Test
  void refusesAFolder(@TempDir Path folder) {
    refusedFile(folder.toString(), folder + ": is a folder, must be a YAML file");
  }

  @Test
  void refusesAnUnreadableFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "epochs: 1");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    // The superuser reads everything.
    Assumptions.assumeFalse(Files.isReadable(file));

    refusedFile(file.toString(), file + ": cannot be read: permission denied");
  }

  @Test
  void refusesAFileThatIsNoText(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("c.yaml"), new byte[] {'a', (byte) 0xff, 0});

    refusedFile(file.toString(), file + ": is not UTF-8 text, must be a YAML file");
  }

  @Test
  void refusesAFileOfMoreThanAMegabyte(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("c.yaml");
    Files.write(file, ("#" + "x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8));

    refusedFile(file.toString(), file + ": has more than 1048576 bytes, must be a small YAML file");
  }

  @Test
  void refusesAnUnknownScheme() {
    refusedFile(
        "nosuch://host/c.yaml",
        "nosuch://host/c.yaml: cannot be read: No FileSystem for scheme \"nosuch\"");
  }

  @Test
  void refusesWhatIsNotYaml() {
    refused("a: [1\nb: 2", "c.yaml:2: not YAML that bnsweep reads: expected ',' or ']', but got :");
    refused(
        "\tx: 1",
        "c.yaml:1: not YAML that bnsweep reads: found character '\\t(TAB)' that cannot start any"
            + " token. (Do not use \\t(TAB) for indentation)");
    refused(
        "a: \u0001", "c.yaml:1: not YAML that bnsweep reads: special characters are not allowed");
    refused("a: " + "[".repeat(50), "c.yaml:1: lists and maps are nested more than 20 deep");
    refused("epochs: 1\n---\nepochs: 2", "c.yaml:3: a second document, must be one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "# only a comment\n"})
  void refusesAnEmptyFile(String yaml) {
    refused(
        yaml, "c.yaml: the file is empty, must be a configuration such as conf/weight-scale.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: &b {train_size: 5}",
        "epochs: *a",
        "epochs: !!java.net.URL [a]",
        "epochs: !x 1"
      })
  void refusesAnchorsAliasesAndTags(String yaml) {
    refused(yaml, "c.yaml:1: YAML anchors, aliases and tags are not read, write the value itself");
  }

  @Test
  void refusesAKeyTwice() {
    refused("epochs: 20\nepochs: 3", "c.yaml:2: epochs is there twice, must be once");
    refused(
        "grid:\n  seed: 1\n  dropout: 0\n  seed: 2",
        "c.yaml:4: grid.seed is there twice, must be once");
    refused(
        "where: seed < 3\ngrid: {where: seed < 4}",
        "c.yaml:2: where is there twice, inside grid and beside it, must be once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epoch: 1                       | epoch, did you mean epochs?",
        "lerning_rate: 1                | lerning_rate, did you mean grid.learning_rate?",
        "learning_rate: 1               | learning_rate, did you mean grid.learning_rate?",
        "train_size: 5                  | train_size, did you mean data.train_size?",
        "data: {trainsize: 5}           | data.trainsize, did you mean train_size?",
        "grid: {seeds: 1}               | grid.seeds, did you mean seed?",
        "grid: {seed: {logspce: [0]}}   | grid.seed.logspce, did you mean logspace?",
        "sample: {counts: 5}            | sample.counts, did you mean count?",
        "points: [{seed: 1, droput: 2}] | points[0].droput, did you mean dropout?",
      })
  void namesTheKeyNearestToAnUnknownOne(String yaml, String message) {
    refused("# one line\n" + yaml, "c.yaml:2: unknown key " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[a]                       | the document is [a], must be a map of keys, such as epochs: 20",
        "hello                     | the document is hello, must be a map of keys, such as epochs: 20",
        "epochs: 0                 | epochs is 0, must be a whole number in 1..100000",
        "epochs: -1                | epochs is -1, must be a whole number in 1..100000",
        "epochs: 100001            | epochs is 100001, must be a whole number in 1..100000",
        "epochs: many              | epochs is many, must be a whole number in 1..100000",
        "epochs: '20'              | epochs is '20', must be a whole number in 1..100000",
        "epochs: 20.0              | epochs is 20.0, must be a whole number in 1..100000",
        "epochs: 010               | epochs is 010, must be a whole number in 1..100000",
        "epochs: [1]               | epochs is [1], must be a whole number in 1..100000",
        "epochs: ~                 | epochs is empty, must be a whole number in 1..100000",
        "data: 5                   | data is 5, must be a map, such as data: {train_size: 1000}",
        "data: {train_size: 0}     | data.train_size is 0, must be a whole number in 1..2147483647",
        "data: {test_size: -1}     | data.test_size is -1, must be a whole number in 0..2147483647",
        "data: {source: ''}        | data.source is '', must be embedded, a folder, or a URI of one",
        "data: {source: [a]}       | data.source is [a], must be embedded, a folder, or a URI of one",
        "record_activations: maybe | record_activations is maybe, must be true or false",
        "grid: []                  | grid is [], must be a map, such as grid: {seed: [0, 1, 2]}",
        "grid: ~                   | grid is empty, must be a map, such as grid: {seed: [0, 1, 2]}",
      })
  void namesFileLineKeyValueAndWhatWouldBeRight(String yaml, String message) {
    refused("# one line\n" + yaml, "c.yaml:2: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", ".hidden", "a b", "..", "a\\b", "ü"})
  void refusesANameThatIsNoPlainFileName(String name) {
    refused(
        "name: '" + name + "'",
        "c.yaml:1: name is "
            + name
            + ", must be letters, digits, '.', '_' or '-', not '.' first, at most 100: it names a"
            + " folder");
  }

  @Test
  void refusesALongName() {
    assertThat(ConfigReader.readText("name: " + "x".repeat(100), "c", List.of()).name())
        .hasSize(100);
    refused(
        "name: " + "x".repeat(101),
        "c.yaml:1: name is "
            + "x".repeat(57)
            + "..., must be letters, digits, '.', '_' or '-', not '.' first, at most 100: it names"
            + " a folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seed: -1              | seed is -1, must be a whole number in 0..4294967295",
        "seed: 4294967296      | seed is 4294967296, must be a whole number in 0..4294967295",
        "seed: 1.5             | seed is 1.5, must be a whole number in 0..4294967295",
        "seed: [0, x]          | seed[1] is x, must be a whole number in 0..4294967295",
        "seed: []              | seed is [], must be a value or a list of at least one value: a whole number in 0..4294967295",
        "activation: []        | activation is [], must be a value or a list of at least one value: relu or sigmoid",
        "learning_rate: .nan   | learning_rate is .nan, must be a finite number above 0",
        "learning_rate: NaN    | learning_rate is NaN, must be a finite number above 0",
        "learning_rate: .inf   | learning_rate is .inf, must be a finite number above 0",
        "learning_rate: 1e999  | learning_rate is 1e999, must be a finite number above 0",
        "learning_rate: 0      | learning_rate is 0, must be a finite number above 0",
        "learning_rate: -0.01  | learning_rate is -0.01, must be a finite number above 0",
        "learning_rate: 1e-400 | learning_rate is 1e-400, must be a finite number above 0",
        "dropout: 1            | dropout is 1, must be a number in [0, 1)",
        "dropout: -0.1         | dropout is -0.1, must be a number in [0, 1)",
        "weight_decay: -1      | weight_decay is -1, must be a finite number of 0 or more",
        "weight_scale: -1      | weight_scale is -1, must be a finite number of 0 or more, he or xavier",
        "weight_scale: lecun   | weight_scale is lecun, must be a finite number of 0 or more, he or xavier",
        "activation: tanh      | activation is tanh, must be relu or sigmoid",
        "optimizer: [sgd, rms] | optimizer[1] is rms, must be sgd, momentum, adagrad or adam",
        "batch_size: 0         | batch_size is 0, must be a whole number in 1..100000",
        "hidden: []            | hidden is [], must be a list of 1 to 100 widths",
        "hidden: [[10], []]    | hidden[1] is [], must be a list of 1 to 100 widths",
        "hidden: 10            | hidden is 10, must be a list of 1 to 100 widths",
        "hidden: [[10], 5]     | hidden[1] is 5, must be a list of 1 to 100 widths",
        "hidden: [10, 0]       | hidden[1] is 0, must be a whole number in 1..100000",
        "hidden: [10, x]       | hidden[1] is x, must be a whole number in 1..100000",
        "hidden: [100001]      | hidden[0] is 100001, must be a whole number in 1..100000",
        "hidden: [100000, 1000] | hidden is [100000, 1000], must be narrower or shallower: 178410000 weights, at most 100000000 in a network",
      })
  void refusesValuesThatAnAxisDoesNotAllow(String axis, String message) {
    refused("grid:\n  " + axis, "c.yaml:2: grid." + message);
  }

  @Test
  void refusesBatchesThatDoNotFitIntoMemoryWithTheWidestNetwork() {
    refused(
        "grid:\n  batch_size: [10, 100000]\n  hidden: [[10], [10000]]",
        "c.yaml:1: batch_size 100000 with the widest hidden makes 1079400000 activations, must be at"
            + " most 100000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed: {range: [0]}          | seed.range is [0], must be [a, b] or [a, b, step]",
        "seed: {range: [0, 1, 2, 3]} | seed.range is [0, 1, 2, 3], must be [a, b] or [a, b, step]",
        "seed: {range: 5}            | seed.range is 5, must be [a, b] or [a, b, step]",
        "seed: {range: [3, 3]}       | seed.range is [3, 3]: no values, the end is excluded",
        "seed: {range: [3, 5, -1]}   | seed.range is [3, 5, -1]: no values, the end is excluded",
        "seed: {range: [0, 5, 0]}    | seed.range is [0, 5, 0]: a step of 0 leads nowhere",
        "seed: {range: [0, 1e300]}   | seed.range is [0, 1e300]: more than 2147483647 values",
        "seed: {range: [0, 5, 0.5]}  | seed.range gives 4.5, each value must be a whole number in 0..4294967295",
        "seed: {range: [-1, 5]}      | seed.range gives -1, each value must be a whole number in 0..4294967295",
        "weight_scale: {logspace: [0, -4]}       | weight_scale.logspace is [0, -4], must be [a, b, n]",
        "weight_scale: {linspace: [0, 1, 2, 3]}  | weight_scale.linspace is [0, 1, 2, 3], must be [a, b, n]",
        "weight_scale: {logspace: [0, .nan, 16]} | weight_scale.logspace[1] is .nan, must be a finite number",
        "weight_scale: {linspace: [.inf, 0, 2]}  | weight_scale.linspace[0] is .inf, must be a finite number",
        "weight_scale: {logspace: [0, 400, 16]}  | weight_scale.logspace gives Infinity, each value must be a finite number of 0 or more, he or xavier",
        "weight_scale: {logspace: [0, -4, 0]}    | weight_scale.logspace[2] is 0, must be a whole number in 1..2147483647",
        "weight_scale: {logspace: [0, -4, 2.5]}  | weight_scale.logspace[2] is 2.5, must be a whole number in 1..2147483647",
        "weight_scale: {}            | weight_scale is {}, must be one generator: logspace: [a, b, n], linspace: [a, b, n] or range: [a, b]",
        "dropout: {linspace: [0, 1, 3]}          | dropout.linspace gives 1.0, each value must be a number in [0, 1)",
        "learning_rate: {range: [0, 1, 0.5]}     | learning_rate.range gives 0.0, each value must be a finite number above 0",
        "batch_size: {linspace: [1, 2, 3]}       | batch_size.linspace gives 1.5, each value must be a whole number in 1..100000",
        "batch_size: {logspace: [0, 9, 2]}       | batch_size.logspace gives 1.0E9, each value must be a whole number in 1..100000",
        "activation: {range: [0, 2]}             | activation is {range: [0, 2]}, must be relu or sigmoid",
      })
  void refusesGeneratorsThatMakeNoSense(String axis, String message) {
    refused("grid:\n  " + axis, "c.yaml:2: grid." + message);
  }

  @Test
  void refusesMoreThanTenMillionTrialsAndSaysHowMany() {
    refused(
        "grid:\n  seed: {range: [0, 20000000]}",
        "c.yaml:1: the grid has 20000000 trials, at most 10000000 can be trained; shorten an axis"
            + " or add sample: {count: 1000, seed: 0}");
  }

  @Test
  void refusesALongAxisWithAClause() {
    refused(
        "grid:\n  seed: {range: [0, 20000000]}\nwhere: seed != 3\nsample: {count: 5}",
        "c.yaml:1: seed has 20000000 values, at most 10000000 with a where on them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seeds > 1         | where[0]: unknown axis seeds, did you mean seed?",
        "colour == 3       | where[0]: unknown axis colour, must be one of weight_scale,"
            + " learning_rate, batch_size, hidden, activation, dropout, weight_decay, optimizer,"
            + " seed",
        "seed ~ 1          | where[0] is seed ~ 1, must be 'axis operator value' with one of ==, !=, <, <=, >, >=, in",
        "seed              | where[0] is seed, must be 'axis operator value' with one of ==, !=, <, <=, >, >=, in",
        "[seed > 5]        | where[0] is [seed > 5], must be 'axis operator value' with one of ==, !=, <, <=, >, >=, in",
        "seed in 3         | where[0] is 3, must be a list of at least one value after 'in'",
        "seed in []        | where[0] is [], must be a list of at least one value after 'in'",
        "seed == [1]       | where[0] is [1], must be a finite number",
        "seed > x          | where[0] is x, must be a finite number",
        "seed > .nan       | where[0] is .nan, must be a finite number",
        "activation < relu | where[0]: activation has no order, use ==, != or in",
        "activation == tan | where[0] is tan, must be relu or sigmoid",
        "seed > 5          | where leaves no value of seed: none meets [seed > 5]",
      })
  void refusesClausesThatMakeNoSense(String clause, String message) {
    // An empty result has no single clause to blame: its line is that of where.
    int line = message.startsWith("where leaves") ? 1 : 2;
    refused("where:\n  - " + clause, "c.yaml:" + line + ": " + message);
  }

  @Test
  void refusesWhereAsAMap() {
    refused(
        "where: {seed: 1}",
        "c.yaml:1: where is {seed: 1}, must be a list of clauses 'axis operator value' with one of"
            + " ==, !=, <, <=, >, >=, in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "points: []  | points is [], must be a list of points, such as [{weight_scale: 0.1, seed: 0}]",
        "points: 3   | points is 3, must be a list of points, such as [{weight_scale: 0.1, seed: 0}]",
        "points: [3] | points[0] is 3, must be a map of axes, such as {weight_scale: 0.1, seed: 0}",
        "points: [{seed: [3]}]     | points[0].seed is [3], must be a whole number in 0..4294967295",
        "points: [{dropout: 1}]    | points[0].dropout is 1, must be a number in [0, 1)",
        "points: [{hidden: [[3]]}] | points[0].hidden[0] is [3], must be a whole number in 1..100000",
      })
  void refusesPointsThatMakeNoSense(String yaml, String message) {
    refused(yaml, "c.yaml:1: " + message);
  }

  @Test
  void refusesPointsBesideAnAxisOfSeveralValues() {
    refused(
        "points: [{seed: 3}]\ngrid:\n  dropout: [0, 0.5]",
        "c.yaml:3: grid.dropout is [0, 0.5], must be one value where there are points, which replace"
            + " the product");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5                            | sample is 5, must be a map, such as {count: 1000, seed: 0}",
        "{seed: 5}                    | sample is {seed: 5}, must be with a count, such as {count: 1000, seed: 0}",
        "{count: 0, seed: 0}          | sample.count is 0, must be a whole number in 1..10000000",
        "{count: 10000001, seed: 0}   | sample.count is 10000001, must be a whole number in 1..10000000",
        "{count: 1, seed: 4294967296} | sample.seed is 4294967296, must be a whole number in 0..4294967295",
      })
  void refusesSamplesThatMakeNoSense(String sample, String message) {
    refused("sample: " + sample, "c.yaml:1: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed               | must be key=value, such as grid.seed=[0,1,2]",
        "=5                 | must be key=value, such as grid.seed=[0,1,2]",
        "seed=              | must be key=value, such as grid.seed=[0,1,2]",
        "epoch=3            | unknown key epoch, did you mean epochs?",
        "lerning_rate=1     | unknown key lerning_rate, did you mean learning_rate?",
        "grid.lerning_rate=1 | unknown key grid.lerning_rate, did you mean grid.learning_rate?",
        "data.trainsize=3   | unknown key data.trainsize, did you mean data.train_size?",
        "grid.seed.x=3      | unknown key grid.seed.x, did you mean grid.seed?",
        "grid.seed=[1       | not YAML that bnsweep reads: expected ',' or ']', but got <stream end>",
        "grid.seed=-1       | grid.seed is -1, must be a whole number in 0..4294967295",
        "seed=-1            | grid.seed is -1, must be a whole number in 0..4294967295",
        "epochs=0           | epochs is 0, must be a whole number in 1..100000",
        "grid=3             | grid is 3, must be a map, such as grid: {seed: [0, 1, 2]}",
        "seed=[0,1]         | grid.seed is [0, 1], must be one value where a single trial is trained",
        "points=[{seed: 0}, {seed: 1}] | points is [{seed: 0}, {seed: 1}], must be one point where a single trial is trained",
      })
  void namesTheSettingOfTheCommandLine(String setting, String message) {
    assertThatThrownBy(() -> ConfigReader.single(List.of(setting)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--set " + setting + ": " + message);
  }

  @Test
  void refusesASettingInsideWhatIsNoMap() {
    assertThatThrownBy(() -> ConfigReader.readText("data: 5", "c.yaml", List.of("train_size=3")))
        .hasMessage("c.yaml:1: data is 5, must be a map of keys with values");
  }

  @Test
  void messagesStayOneShortLineWhateverIsWritten() {
    refused(
        "epochs: \"a\\nb\\u202e\\e[31m\"",
        "c.yaml:1: epochs is a\\u000ab\\u202e\\u001b[31m, must be a whole number in 1..100000");
    refused(
        "epochs: " + "9".repeat(1000),
        "c.yaml:1: epochs is " + "9".repeat(57) + "..., must be a whole number in 1..100000");
    refused(
        "? \"" + "k".repeat(200) + "\"\n: 1",
        "c.yaml:1: unknown key " + "k".repeat(57) + "..., did you mean name?");
  }

  @Test
  void everyAxisIsKnownByItsWord() {
    assertThat(Keys.AXES)
        .isEqualTo(
            List.of(
                "weight_scale",
                "learning_rate",
                "batch_size",
                "hidden",
                "activation",
                "dropout",
                "weight_decay",
                "optimizer",
                "seed"));
    assertThat(Set.copyOf(Keys.settable())).hasSameSizeAs(Keys.settable());
  }
}
