package org.bnsweep.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bnsweep.nn.Normalization;
import org.bnsweep.nn.WeightScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

  private static final List<Hyperparameter> LATER =
      List.of(
          Hyperparameter.NORMALIZATION,
          Hyperparameter.NORM_POSITION,
          Hyperparameter.NORM_EPSILON,
          Hyperparameter.BN_MOMENTUM);

  private static final Hyperparameters OTHERS =
      Hyperparameters.builder()
          .weightScale(WeightScale.named("he"))
          .learningRate(0.5)
          .batchSize(7)
          .hidden(List.of(3, 4))
          .normPosition(Normalization.Position.AFTER)
          .normEpsilon(0.001)
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
        .hasSize(OF_THE_FIRST_RELEASE.size() + LATER.size())
        .containsSubsequence(
            "normalization=batch",
            "norm_position=before",
            "norm_epsilon=1.0E-6",
            "bn_momentum=0.9");
  }

  static List<Hyperparameter> later() {
    return LATER;
  }

  @ParameterizedTest
  @MethodSource("later")
  void haveTheirDefaultsWhereAFileIsOlderThanThey(Hyperparameter setting) {
    Written old = written(OTHERS);
    old.cells.remove(setting.word());

    assertThat(Hyperparameters.read(old)).isEqualTo(OTHERS.with(setting, setting.byDefault()));
    assertThat(setting.columns())
        .extracting(Column::presence)
        .containsExactly(Column.Presence.OPTIONAL);
  }

  @ParameterizedTest
  @MethodSource("later")
  void leaveOldIdsAlone(Hyperparameter setting) {
    Hyperparameters other =
        setting == Hyperparameter.NORMALIZATION
            ? OTHERS.with(setting, NormalizationKind.LAYER)
            : OTHERS;

    assertThat(setting.identity(OTHERS.with(setting, setting.byDefault()))).isEmpty();
    assertThat(setting.identity(other)).isNotEmpty();
  }

  /** One trial, whatever momentum it is given. */
  @Test
  void leaveOutTheMomentumOfWhatHasNone() {
    for (NormalizationKind kind : List.of(NormalizationKind.LAYER, NormalizationKind.RMS)) {
      Hyperparameters trial = OTHERS.with(Hyperparameter.NORMALIZATION, kind);

      assertThat(trial.bnMomentum()).isEqualTo(0.9);
      assertThat(trial.with(Hyperparameter.BN_MOMENTUM, 0.1)).isEqualTo(trial);
    }
    assertThat(OTHERS.bnMomentum()).isEqualTo(0.5);
  }

  @Test
  void haveAnEpsilonAboveZero() {
    for (double bad : new double[] {0, -1e-6, Double.POSITIVE_INFINITY, Double.NaN}) {
      assertThatThrownBy(() -> Hyperparameters.builder().normEpsilon(bad).build())
          .hasMessage("norm_epsilon is " + bad + ", must be a finite number above 0");
    }
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
