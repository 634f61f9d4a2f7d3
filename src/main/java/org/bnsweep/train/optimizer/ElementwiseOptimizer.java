package org.bnsweep.train.optimizer;

import java.util.List;
import org.bnsweep.nn.Parameter;

/**
 * The part that momentum, AdaGrad and Adam share: each number has its own memory and is updated on
 * its own.
 */
abstract class ElementwiseOptimizer implements Optimizer {
  private final List<Parameter> parameters;
  private final double[] values;
  private final double[] gradient;

  ElementwiseOptimizer(List<Parameter> parameters) {
    int largest = parameters.stream().mapToInt(Parameter::size).max().orElse(0);
    this.parameters = parameters;
    this.values = new double[largest];
    this.gradient = new double[largest];
  }

  /** Zeros in the parameters' shapes. */
  static double[][] memory(List<Parameter> parameters) {
    return parameters.stream().map(p -> new double[p.size()]).toArray(double[][]::new);
  }

  @Override
  public final void update() {
    startStep();
    for (int k = 0; k < parameters.size(); k++) {
      Parameter parameter = parameters.get(k);
      parameter.read(values);
      parameter.readGradient(gradient);
      update(k, parameter.size(), values, gradient);
      parameter.write(values);
    }
  }

  /** Called once before the parameters of a step. */
  void startStep() {}

  /**
   * Updates the first {@code size} values {@code p} of parameter {@code k} by their gradient {@code
   * g}.
   */
  abstract void update(int k, int size, double[] p, double[] g);
}
