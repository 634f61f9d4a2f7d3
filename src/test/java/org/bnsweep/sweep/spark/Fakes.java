package org.bnsweep.sweep.spark;

import java.util.List;
import java.util.Locale;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Labels;
import org.bnsweep.data.Samples;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Sweep;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Point;

/** Sweeps and curves that need no training: a trial's seed is its index. */
final class Fakes {
  private Fakes() {}

  static Sweep sweep(String name, long size) {
    Dataset dataset =
        new Dataset(
            new Samples(1, ByteValues.pixels((byte) 1), Labels.of(10, 1)),
            Samples.none(1, 10),
            "checksum");
    return new Sweep(name, dataset, 1, new Seeds(size));
  }

  /** Trials that differ in their seed only. */
  record Seeds(long size) implements Trials {
    @Override
    public Trial get(long index) {
      Hyperparameters hyperparameters =
          Hyperparameters.builder()
              .weightScale(new WeightScale(WeightScale.Init.HE, Double.NaN))
              .batchSize(1)
              .hidden(List.of(2))
              .seed(index)
              .build();
      return new Trial(String.format(Locale.ROOT, "%032x", index), hyperparameters);
    }
  }

  /** One point whose loss is {@code loss}. */
  static PairResult curves(double loss) {
    NetworkCurve curve =
        new NetworkCurve(List.of(new Point(0, 0, loss, 0.5, Double.NaN)), NetworkCurve.NEVER);
    return PairResult.of(new PairCurves(curve, curve));
  }
}
