package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.stream.DoubleStream;
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

  /** The book's layer, the first of its network. */
  static BatchNorm batchNorm(int width) {
    return new BatchNorm(
        1, width, Normalization.EPSILON, Normalization.Batch.MOMENTUM, new Workspace());
  }

  /** The input's gradient, for {@code dout}, is within {@code tolerance} of central differences. */
  static void assertInputGradient(Layer layer, Tensor x, Tensor dout, double tolerance) {
    layer.forward(x);
    double[] dx = copy(layer.backward(dout));
    for (int i = 0; i < x.size(); i++) {
      double original = x.values()[i];
      x.values()[i] = original + 1e-5;
      double above = dot(layer.forward(x), dout);
      x.values()[i] = original - 1e-5;
      double below = dot(layer.forward(x), dout);
      x.values()[i] = original;
      assertThat(dx[i]).isCloseTo((above - below) / 2e-5, offset(tolerance));
    }
  }

  private static double dot(Tensor a, Tensor b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += a.values()[i] * b.values()[i];
    }
    return sum;
  }

  /** {@code dx} for {@code dout} where x is {@link #random}, of its shape, times {@code scale}. */
  static double[] inputGradientAtScale(Layer layer, double scale, Tensor dout) {
    Tensor x = random(5, dout.rows(), dout.columns());
    for (int i = 0; i < x.size(); i++) {
      x.values()[i] *= scale;
    }
    layer.forward(x);
    return copy(layer.backward(dout));
  }

  static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  static double[] row(double[] values, int row, int width) {
    return Arrays.copyOfRange(values, width * row, width * (row + 1));
  }

  static double[] column(Tensor tensor, int column) {
    double[] result = new double[tensor.rows()];
    for (int i = 0; i < result.length; i++) {
      result[i] = tensor.values()[i * tensor.columns() + column];
    }
    return result;
  }
}
