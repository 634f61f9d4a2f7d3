package org.bnsweep.nn;

import java.util.Arrays;
import org.bnsweep.random.NumpyRandom;

/** Tensors for tests, and plain arrays of what layers return. */
final class TestTensors {
  private TestTensors() {}

  /** Normal numbers of mean 0.5, the same for the same seed. */
  static Tensor random(long seed, int... shape) {
    double[] values = new double[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    NumpyRandom random = new NumpyRandom(seed);
    random.randn(values);
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.5;
    }
    return Tensor.of(values, shape);
  }

  static Tensor row(double... values) {
    return Tensor.of(values, 1, values.length);
  }

  /** A copy of the elements that belong to {@code tensor}. */
  static double[] copy(Tensor tensor) {
    return Arrays.copyOf(tensor.values(), tensor.size());
  }

  static double[] values(Parameter parameter) {
    double[] values = new double[parameter.size()];
    parameter.read(values);
    return values;
  }

  static double[] gradient(Parameter parameter) {
    double[] gradient = new double[parameter.size()];
    parameter.readGradient(gradient);
    return gradient;
  }

  static double[] column(Tensor tensor, int column) {
    double[] result = new double[tensor.rows()];
    for (int i = 0; i < result.length; i++) {
      result[i] = tensor.values()[i * tensor.columns() + column];
    }
    return result;
  }
}
