package org.bnsweep.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Labels;
import org.bnsweep.data.Samples;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.TrainingData;

/**
 * CPU seconds of this thread for a steady pair, and for its matrix products alone. The two
 * alternate, so that a machine whose speed drifts slows both.
 */
final class PairCosts {
  private static final int MOST = 5;
  private static final double ENOUGH_SECONDS = 1;
  private static final double WARM_SECONDS = 3;

  private PairCosts() {}

  /** Has the code of a pair compiled. */
  static void warmUp() {
    double end = cpuSeconds() + WARM_SECONDS;
    while (cpuSeconds() < end) {
      List<Cost> unused = of(GrowthAxis.BATCH, 100);
    }
  }

  /**
   * The medians of up to 5 pairs and as many floors, fewer where these take seconds, after one of
   * each.
   */
  static List<Cost> of(GrowthAxis axis, int value) {
    Hyperparameters h = axis.hyperparameters(value);
    Dataset samples = samples(axis.samples(value));
    List<Double> pairs = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    try (PairTrainer trainer = new PairTrainer(new TrainingData(samples))) {
      requireFinite(trainer.train(h, axis.epochs()));
      try (GemmFloor floor =
          GemmFloor.asTraining(
              h, axis.epochs(), samples.train().count(), inputs(samples.train()))) {
        floor.run();
        double start = cpuSeconds();
        while (pairs.size() < MOST && cpuSeconds() < start + ENOUGH_SECONDS) {
          pairs.add(cost(() -> trainer.train(h, axis.epochs())));
          floors.add(cost(floor::run));
        }
      }
    }
    return List.of(
        new Cost(axis, value, Cost.Line.PAIR, median(pairs)),
        new Cost(axis, value, Cost.Line.GEMM, median(floors)));
  }

  /** A network that is lost is not trained any more. */
  private static void requireFinite(PairCurves curves) {
    for (NetworkCurve curve : List.of(curves.normalized(), curves.plain())) {
      if (curve.divergedEpoch() != NetworkCurve.NEVER) {
        throw new IllegalStateException("a network diverges, so its cost would be too low");
      }
    }
  }

  /**
   * The embedded samples, or, of more than those, made-up ones: each pixel is that of some embedded
   * sample, so it is 0 as often, and those that are 0 everywhere stay so.
   */
  static Dataset samples(int count) {
    Dataset embedded =
        SampleSource.load(new DataSettings(DataSettings.EMBEDDED, 1000, 0), Configuration::new);
    Samples known = embedded.train();
    if (count <= known.count()) {
      return embedded;
    }
    Random random = new Random(0);
    byte[] pixels = new byte[count * known.features()];
    for (int i = 0; i < pixels.length; i++) {
      int sample = random.nextInt(known.count());
      pixels[i] = (byte) Math.round(255 * known.value(sample, i % known.features()));
    }
    int[] labels = random.ints(count, 0, known.classes()).toArray();
    return Dataset.of(
        new Samples(
            known.features(), ByteValues.pixels(pixels), Labels.of(known.classes(), labels)),
        Samples.none(known.features(), known.classes()));
  }

  /** Values that are not 0 in all of {@code samples}. */
  static int inputs(Samples samples) {
    return (int)
        IntStream.range(0, samples.features())
            .filter(
                j -> IntStream.range(0, samples.count()).anyMatch(i -> samples.value(i, j) != 0))
            .count();
  }

  private static double cost(Runnable work) {
    double start = cpuSeconds();
    work.run();
    return cpuSeconds() - start;
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
