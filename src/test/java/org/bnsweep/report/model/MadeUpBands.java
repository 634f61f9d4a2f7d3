package org.bnsweep.report.model;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.stats.Moments;
import org.bnsweep.train.PairCurves;

/** Accuracies of a few trials, for charts that need no run. */
public final class MadeUpBands {
  private MadeUpBands() {}

  /** The pairs of a run, at all its epochs. */
  public static PairBands of(RunFacts facts, PairCurves... pairs) {
    PairBands bands = new PairBands(KeptEpochs.all(facts));
    Stream.of(pairs).forEach(bands::add);
    return bands;
  }

  /** The band of {@code numbers}. */
  public static Moments of(double... numbers) {
    Moments band = new Moments();
    DoubleStream.of(numbers).forEach(band::add);
    return band;
  }
}
