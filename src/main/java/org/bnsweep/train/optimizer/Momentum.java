package org.bnsweep.train.optimizer;

import java.util.List;
import org.bnsweep.nn.Parameter;

/** Momentum (Polyak 1964): {@code v = 0.9 v - lr * g; p += v}. */
final class Momentum extends ElementwiseOptimizer {
  private static final double MOMENTUM = 0.9;

  private final double learningRate;
  private final double[][] velocity;

  Momentum(double learningRate, List<Parameter> parameters) {
    super(parameters);
    this.learningRate = learningRate;
    this.velocity = memory(parameters);
  }

  @Override
  void update(int k, int size, double[] p, double[] g) {
    double[] v = velocity[k];
    for (int i = 0; i < size; i++) {
      double next = MOMENTUM * v[i] - learningRate * g[i];
      v[i] = next;
      p[i] += next;
    }
  }
}
