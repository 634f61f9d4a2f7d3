package org.bnsweep.train;

import java.util.SplittableRandom;
import org.bnsweep.nn.Mlp;
import org.bnsweep.nn.Parameter;
import org.bnsweep.nn.WeightMatrix;

/** What happens to the weights of a network after they were drawn. */
@FunctionalInterface
interface WeightNudge {
  /** They stay as drawn. */
  WeightNudge NONE = network -> {};

  void apply(Mlp network);

  /**
   * Each weight that is not 0 goes one double up, one down, or stays, at random: what rounding
   * could have done to them.
   */
  static WeightNudge lastBit(long seed) {
    return network -> {
      SplittableRandom random = new SplittableRandom(seed);
      for (Parameter parameter : network.parameters()) {
        if (parameter instanceof WeightMatrix weights) {
          double[] values = new double[weights.size()];
          weights.read(values);
          for (int i = 0; i < values.length; i++) {
            int step = random.nextInt(3) - 1;
            if (values[i] != 0 && step != 0) {
              values[i] = step > 0 ? Math.nextUp(values[i]) : Math.nextDown(values[i]);
            }
          }
          weights.write(values);
        }
      }
    };
  }
}
