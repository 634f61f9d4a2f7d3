package org.bnsweep.train.optimizer;

import java.util.List;
import org.bnsweep.nn.Parameter;

/**
 * Stochastic gradient descent: {@code p -= lr * g}; keeps no memory, and the weights are updated
 * inside the gemm.
 */
record Sgd(double learningRate, List<Parameter> parameters) implements Optimizer {

  @Override
  public void update() {
    for (Parameter parameter : parameters) {
      parameter.descend(learningRate);
    }
  }
}
