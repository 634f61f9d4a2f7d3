package org.bnsweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;

/**
 * A run that recorded activations, made up: five layers whose spread without BN is a power of the
 * weight scale, and is 0.5 with it.
 */
public record ActivationRun(RunSource curves) implements RunSource {

  public List<TrialResult> trials() {
    List<TrialResult> trials = new ArrayList<>();
    forEachTrial(trials::add);
    return trials;
  }

  private static final int[] EPOCHS = {0, 10, 19};

  @Override
  public RunFacts facts() {
    return curves.facts();
  }

  @Override
  public void forEachTrial(Consumer<TrialResult> action) {
    curves.forEachTrial(
        result -> {
          Trained trained = (Trained) result.outcome();
          double scale = result.trial().hyperparameters().weightScale().scale();
          action.accept(
              new TrialResult(
                  result.trial(),
                  new Trained(trained.curves(), activations(scale), Arithmetic.UNKNOWN),
                  result.seconds()));
        });
  }

  private static List<LayerActivations> activations(double scale) {
    List<LayerActivations> activations = new ArrayList<>();
    for (Network network : Network.values()) {
      for (int epoch : EPOCHS) {
        for (int layer = 1; layer <= 5; layer++) {
          double std = network == Network.NORMALIZED ? 0.5 : Math.pow(5 * scale, layer);
          activations.add(
              new LayerActivations(network, layer, epoch, std / 2, std, 0.25, around(std)));
        }
      }
    }
    return activations;
  }

  /** Half zeros, the rest in 21 bins around {@code std}. */
  private static Histogram around(double std) {
    int[] bins = new int[22];
    int[] counts = new int[22];
    int middle = Math.max(14, Histogram.binOf(std));
    counts[0] = 5000;
    for (int i = 1; i < 22; i++) {
      bins[i] = middle + i - 14;
      counts[i] = 40 * (22 - Math.abs(i - 14));
    }
    return Histogram.of(bins, counts);
  }
}
