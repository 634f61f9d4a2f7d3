package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightScaleTest {

  @ParameterizedTest
  @ValueSource(strings = {"he", "He", "HE", "relu", "ReLU"})
  void heIsTheRootOfTwoByTheInputs(String name) {
    assertThat(WeightScale.named(name).init()).isEqualTo(WeightScale.Init.HE);
    assertThat(WeightScale.named(name).std(784)).isEqualTo(Math.sqrt(2.0 / 784));
    assertThat(WeightScale.named(name)).hasToString("he");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xavier", "Xavier", "XAVIER", "sigmoid", "SIGMOID"})
  void xavierIsTheRootOfOneByTheInputs(String name) {
    assertThat(WeightScale.named(name).init()).isEqualTo(WeightScale.Init.XAVIER);
    assertThat(WeightScale.named(name).std(50)).isEqualTo(Math.sqrt(1.0 / 50));
    assertThat(WeightScale.named(name)).hasToString("xavier");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 0.05, 1e300})
  void aNumberIsTheSameForEveryLayer(double scale) {
    assertThat(WeightScale.of(scale).std(1)).isEqualTo(scale);
    assertThat(WeightScale.of(scale).std(784)).isEqualTo(scale);
    assertThat(WeightScale.of(scale)).hasToString(Double.toString(scale));
  }

  @Test
  void rulesAreEqualWhateverNumberTheyWereGiven() {
    assertThat(new WeightScale(WeightScale.Init.HE, 3)).isEqualTo(WeightScale.named("he"));
  }

  @Test
  void refusesAnUnknownNameListingTheKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightScale.named("lecun"))
        .withMessage(
            "weight_scale is \"lecun\", must be a number, he (or relu) or xavier (or sigmoid)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesANumberThatIsNoDeviation(double scale) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightScale.of(scale))
        .withMessage(
            "weight_scale is " + scale + ", must be a finite number, 0 or more, or he or xavier");
  }
}
