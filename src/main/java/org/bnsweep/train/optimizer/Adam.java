package org.bnsweep.train.optimizer;

import java.util.List;
import org.bnsweep.nn.Parameter;

/**
 * Adam (Kingma and Ba 2015) in the book's form: {@code m += (1 - 0.9)(g - m); v += (1 - 0.999)(g^2
 * - v); p -= lr_t * m / (sqrt(v) + 1e-7)} with {@code lr_t = lr * sqrt(1 - 0.999^t) / (1 - 0.9^t)},
 * t from 1.
 */
final class Adam extends ElementwiseOptimizer {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-7;

  private final double learningRate;
  private final double[][] mean;
  private final double[][] square;
  private int t;
  private double step;

  Adam(double learningRate, List<Parameter> parameters) {
    super(parameters);
    this.learningRate = learningRate;
    this.mean = memory(parameters);
    this.square = memory(parameters);
  }

  @Override
  void startStep() {
    t++;
    step = learningRate * Math.sqrt(1.0 - Math.pow(BETA2, t)) / (1.0 - Math.pow(BETA1, t));
  }

  @Override
  void update(int k, int size, double[] p, double[] g) {
    double[] m = mean[k];
    double[] v = square[k];
    double lr = step;
    for (int i = 0; i < size; i++) {
      double nextM = m[i] + (1 - BETA1) * (g[i] - m[i]);
      double nextV = v[i] + (1 - BETA2) * (g[i] * g[i] - v[i]);
      m[i] = nextM;
      v[i] = nextV;
      p[i] -= lr * nextM / (Math.sqrt(nextV) + EPSILON);
    }
  }
}
