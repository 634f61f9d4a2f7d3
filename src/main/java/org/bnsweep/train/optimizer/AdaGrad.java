package org.bnsweep.train.optimizer;

import java.util.List;
import org.bnsweep.nn.Parameter;

/** AdaGrad (Duchi, Hazan and Singer 2011): {@code h += g^2; p -= lr * g / (sqrt(h) + 1e-7)}. */
final class AdaGrad extends ElementwiseOptimizer {
  private static final double EPSILON = 1e-7;

  private final double learningRate;
  private final double[][] squares;

  AdaGrad(double learningRate, List<Parameter> parameters) {
    super(parameters);
    this.learningRate = learningRate;
    this.squares = memory(parameters);
  }

  @Override
  void update(int k, int size, double[] p, double[] g) {
    double[] h = squares[k];
    for (int i = 0; i < size; i++) {
      double sum = h[i] + g[i] * g[i];
      h[i] = sum;
      p[i] -= learningRate * g[i] / (Math.sqrt(sum) + EPSILON);
    }
  }
}
