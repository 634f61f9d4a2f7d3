package org.bnsweep.train;

import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.source.SampleSource;

/** The embedded samples, as many as a test asks for. */
final class Data {
  private Data() {}

  static Dataset train(int trainSize) {
    return of(trainSize, 0);
  }

  static Dataset of(int trainSize, int testSize) {
    return SampleSource.load(
        new DataSettings(DataSettings.EMBEDDED, trainSize, testSize),
        () -> {
          throw new AssertionError("the embedded samples need no Hadoop");
        });
  }
}
