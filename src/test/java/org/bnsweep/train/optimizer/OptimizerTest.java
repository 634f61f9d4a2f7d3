package org.bnsweep.train.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bnsweep.nn.Parameter;
import org.bnsweep.settings.OptimizerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Three steps at learning rate 0.1 for two parameters, computed from the book's formulas. */
class OptimizerTest {
  private static final double[][] A_GRADIENTS = {{0.5, -4}, {0.25, 1}, {-1, 0}};
  private static final double[][] B_GRADIENTS = {{0}, {-3}, {1e-3}};

  /** Numbers with a gradient that the test sets. */
  private static final class Fixed implements Parameter {
    private final double[] values;
    private double[] gradient = {};

    Fixed(double... values) {
      this.values = values;
    }

    @Override
    public String name() {
      return "fixed";
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public void read(double[] out) {
      System.arraycopy(values, 0, out, 0, values.length);
    }

    @Override
    public void write(double[] newValues) {
      System.arraycopy(newValues, 0, values, 0, values.length);
    }

    @Override
    public void readGradient(double[] out) {
      System.arraycopy(gradient, 0, out, 0, values.length);
    }

    @Override
    public void descend(double rate) {
      for (int i = 0; i < values.length; i++) {
        values[i] -= rate * gradient[i];
      }
    }
  }

  static List<Arguments> steps() {
    return List.of(
        Arguments.of(
            OptimizerKind.SGD,
            new double[][] {{0.95, -1.6}, {0.925, -1.7}, {1.025, -1.7}},
            new double[][] {{0.5}, {0.8}, {0.7999}}),
        Arguments.of(
            OptimizerKind.MOMENTUM,
            new double[][] {{0.95, -1.6}, {0.88, -1.34}, {0.917, -1.106}},
            new double[][] {{0.5}, {0.8}, {1.0699}}),
        Arguments.of(
            OptimizerKind.ADAGRAD,
            new double[][] {
              {0.900000019999996, -1.9000000025},
              {0.8552786684499988, -1.924253564415398},
              {0.9425658169253488, -1.924253564415398}
            },
            new double[][] {{0.5}, {0.5999999966666668}, {0.5999666633362964}}),
        Arguments.of(
            OptimizerKind.ADAM,
            new double[][] {
              {0.9000006324515321, -1.900000079056879},
              {0.8067831960988964, -1.853053297959584},
              {0.827418841846741, -1.8167633001188992}
            },
            new double[][] {{0.5}, {0.5744136039178724}, {0.631914227773137}}));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void stepsByTheFormula(OptimizerKind kind, double[][] a, double[][] b) {
    Fixed first = new Fixed(1, -2);
    Fixed second = new Fixed(0.5);
    Optimizer optimizer = Optimizer.of(kind, 0.1, List.of(first, second));

    for (int step = 0; step < 3; step++) {
      first.gradient = A_GRADIENTS[step];
      second.gradient = B_GRADIENTS[step];
      optimizer.update();

      assertThat(first.values).containsExactly(a[step], within(1e-15));
      assertThat(second.values).containsExactly(b[step], within(1e-15));
    }
  }

  @ParameterizedTest
  @EnumSource
  void startsWithoutTheMemoryOfAnotherNetwork(OptimizerKind kind) {
    Fixed first = new Fixed(1, -2);
    Fixed second = new Fixed(1, -2);
    for (Fixed parameter : List.of(first, second)) {
      Optimizer optimizer = Optimizer.of(kind, 0.1, List.of(parameter));
      for (double[] gradient : A_GRADIENTS) {
        parameter.gradient = gradient;
        optimizer.update();
      }
    }

    assertThat(second.values).isEqualTo(first.values);
  }
}
