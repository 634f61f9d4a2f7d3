package org.bnsweep.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bnsweep.nn.WeightScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HyperparameterTest {
  /** What the first release wrote of a trial. */
  private static final List<String> OF_THE_FIRST_RELEASE =
      List.of(
          "weight_scale=0.05",
          "learning_rate=0.01",
          "batch_size=100",
          "hidden=[100,100,100,100,100]",
          "activation=relu",
          "dropout=0.0",
          "weight_decay=0.0",
          "optimizer=sgd",
          "seed=0");

  private static final Hyperparameters OTHERS =
      Hyperparameters.builder()
          .weightScale(WeightScale.named("he"))
          .learningRate(0.5)
          .batchSize(7)
          .hidden(List.of(3, 4))
          .bnMomentum(0.5)
          .seed(9)
          .build();

  /** A row of a table that has what is written to it. */
  private static final class Written implements Column.Sink<RuntimeException>, Column.Source {
    private final Map<String, Object> cells = new HashMap<>();

    @Override
    public void text(String column, String value) {
      cells.put(column, value);
    }

    @Override
    public void real(String column, double value) {
      cells.put(column, value);
    }

    @Override
    public void whole(String column, long value) {
      cells.put(column, value);
    }

    @Override
    public boolean has(String column) {
      return cells.containsKey(column);
    }

    @Override
    public String text(String column) {
      return (String) cells.get(column);
    }

    @Override
    public double real(String column) {
      return (Double) cells.get(column);
    }

    @Override
    public long whole(String column) {
      return (Long) cells.get(column);
    }
  }

  private static Written written(Hyperparameters trial) {
    Written row = new Written();
    for (Hyperparameter setting : Hyperparameter.values()) {
      setting.write(trial, row);
    }
    return row;
  }

  @Test
  void haveTheDefaultsOfTheBook() {
    assertThat(Hyperparameter.settings(Hyperparameters.builder().build()))
        .containsSubsequence(OF_THE_FIRST_RELEASE)
        .hasSize(OF_THE_FIRST_RELEASE.size() + 1)
        .contains("bn_momentum=0.9");
  }

  @Test
  void haveTheirDefaultsWhereAFileIsOlderThanThey() {
    Written old = written(OTHERS);
    old.cells.remove("bn_momentum");

    assertThat(Hyperparameters.read(old)).isEqualTo(OTHERS.with(Hyperparameter.BN_MOMENTUM, 0.9));
    assertThat(Hyperparameter.BN_MOMENTUM.columns())
        .containsExactly(Column.optional("bn_momentum", Column.Type.REAL));
  }

  @Test
  void leaveOldIdsAlone() {
    assertThat(Hyperparameter.BN_MOMENTUM.identity(OTHERS.with(Hyperparameter.BN_MOMENTUM, 0.9)))
        .isEmpty();
    assertThat(Hyperparameter.BN_MOMENTUM.identity(OTHERS)).isNotEmpty();
  }

  @Test
  void areReadAsTheyWereWritten() {
    assertThat(Hyperparameters.read(written(OTHERS))).isEqualTo(OTHERS);
  }

  @ParameterizedTest
  @EnumSource
  void areWrittenToTheColumnsThatTheyDeclare(Hyperparameter setting) {
    Written row = new Written();
    setting.write(OTHERS, row);

    assertThat(setting.columns()).extracting(Column::name).containsAll(row.cells.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void changeAloneOrNotAtAll(Hyperparameter setting) {
    Hyperparameters changed = Hyperparameters.builder().build().with(setting, setting.of(OTHERS));

    for (Hyperparameter each : Hyperparameter.values()) {
      Object expected = each == setting ? each.of(OTHERS) : each.byDefault();
      assertThat(each.of(changed)).as(each.word()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void allowTheirDefaultsAndSayWhatElse(Hyperparameter setting) {
    assertThat(setting.allows(setting.byDefault())).isTrue();
    assertThat(setting.expected()).isNotBlank();
    assertThat(Hyperparameter.of(setting.word())).contains(setting);
  }

  @Test
  void areRefusedOutOfTheirRange() {
    assertThatThrownBy(() -> Hyperparameters.builder().dropout(1).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dropout is 1.0, must be a number in [0, 1)");
  }
}
