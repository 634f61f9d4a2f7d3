package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRangesTest {

  static List<Arguments> wrong() {
    return List.of(
        Arguments.of(
            List.of(), 10, 0.0, 0.0, "hidden is [], must be at least one width of 1 or more"),
        Arguments.of(
            List.of(5, 0),
            10,
            0.0,
            0.0,
            "hidden is [5, 0], must be at least one width of 1 or more"),
        Arguments.of(List.of(5), 0, 0.0, 0.0, "classes is 0, must be 1 or more"),
        Arguments.of(List.of(5), 10, 1.0, 0.0, "dropout is 1.0, must be in [0, 1)"),
        Arguments.of(List.of(5), 10, -0.1, 0.0, "dropout is -0.1, must be in [0, 1)"),
        Arguments.of(List.of(5), 10, Double.NaN, 0.0, "dropout is NaN, must be in [0, 1)"),
        Arguments.of(
            List.of(5), 10, 0.0, -1.0, "weight_decay is -1.0, must be a finite number, 0 or more"),
        Arguments.of(
            List.of(5),
            10,
            0.0,
            Double.POSITIVE_INFINITY,
            "weight_decay is Infinity, must be a finite number, 0 or more"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatIsNoNetwork(
      List<Integer> hidden, int classes, double dropout, double decay, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Architecture(
                    Inputs.all(3),
                    hidden,
                    classes,
                    Activation.RELU,
                    Normalization.BATCH,
                    dropout,
                    decay))
        .withMessage(message);
  }
}
