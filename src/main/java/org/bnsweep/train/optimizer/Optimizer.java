package org.bnsweep.train.optimizer;

import java.util.List;
import org.bnsweep.nn.Parameter;
import org.bnsweep.settings.OptimizerKind;

/**
 * An update rule with its memory of one network's parameters. (Deep Learning from Scratch, chapter
 * 6.)
 *
 * <p>The memory starts at 0 and belongs to the network it was made for.
 */
public interface Optimizer {

  /** One update of all parameters from the gradients of the last step back. */
  void update();

  /**
   * The rule {@code kind} for {@code parameters}.
   *
   * @param learningRate above 0
   */
  static Optimizer of(OptimizerKind kind, double learningRate, List<Parameter> parameters) {
    return switch (kind) {
      case SGD -> new Sgd(learningRate, parameters);
      case MOMENTUM -> new Momentum(learningRate, parameters);
      case ADAGRAD -> new AdaGrad(learningRate, parameters);
      case ADAM -> new Adam(learningRate, parameters);
    };
  }
}
