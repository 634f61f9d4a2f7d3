package org.bnsweep.sweep;

import java.util.List;
import org.bnsweep.data.Dataset;

/**
 * What of a data set decides how large a network is, and how much there is to send.
 *
 * @param features values of a sample, 784 for MNIST: inputs
 * @param classes 10 for MNIST: outputs
 * @param bytes of a sample with its label as it travels, 785 for MNIST
 */
public record SampleShape(int features, int classes, long bytes) {
  /** MNIST's. */
  public static final SampleShape MNIST = new SampleShape(784, 10, 785);

  /**
   * @throws IllegalArgumentException if a number is below 1
   */
  public SampleShape {
    if (features < 1 || classes < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "features, classes, bytes are "
              + List.of(features, classes, bytes)
              + ", must be 1 or more");
    }
  }

  /** That of {@code dataset}. */
  public static SampleShape of(Dataset dataset) {
    int samples = dataset.train().count() + dataset.test().count();
    return new SampleShape(
        dataset.features(), dataset.classes(), Math.max(1, dataset.bytes() / samples));
  }

  /** The network with these hidden layers. */
  NetworkSize network(List<Integer> hidden) {
    return NetworkSize.of(features, hidden, classes);
  }
}
