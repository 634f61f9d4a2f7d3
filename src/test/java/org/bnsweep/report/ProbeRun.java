package org.bnsweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.Network;
import org.bnsweep.train.Recorded;
import org.bnsweep.train.WeightGradient;

/**
 * A run that recorded gradients and landscapes, made up: six layers whose gradient without BN is a
 * power of the weight scale and overflows at scale 1, and a loss that is ten times as far apart
 * without BN.
 */
public record ProbeRun(RunSource curves) implements RunSource {
  private static final int LAYERS = 6;

  @Override
  public RunFacts facts() {
    return curves.facts();
  }

  public List<TrialResult> trials() {
    List<TrialResult> trials = new ArrayList<>();
    forEachTrial(trials::add);
    return trials;
  }

  @Override
  public void forEachTrial(Consumer<TrialResult> action) {
    curves.forEachTrial(
        result -> {
          Trained trained = (Trained) result.outcome();
          double scale = result.trial().hyperparameters().weightScale().scale();
          Recorded recorded =
              new Recorded(List.of(), gradients(scale, facts().epochs()), landscapes(scale));
          action.accept(
              new TrialResult(
                  result.trial(),
                  new Trained(trained.curves(), recorded, Arithmetic.UNKNOWN),
                  result.seconds()));
        });
  }

  private static List<WeightGradient> gradients(double scale, int epochs) {
    List<WeightGradient> gradients = new ArrayList<>();
    for (Network network : Network.values()) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        for (int layer = 1; layer <= LAYERS; layer++) {
          double norm = norm(network, scale, layer) / (1 + epoch);
          gradients.add(new WeightGradient(network, epoch, layer, norm, norm / 100));
        }
      }
    }
    return gradients;
  }

  private static double norm(Network network, double scale, int layer) {
    if (network == Network.NORMALIZED) {
      return 0.5;
    }
    return scale == 1 ? Double.NaN : Math.pow(5 * scale, LAYERS - layer);
  }

  private List<Landscape> landscapes(double scale) {
    List<Landscape> landscapes = new ArrayList<>();
    for (Network network : Network.values()) {
      for (int epoch = 0; epoch < facts().epochs(); epoch++) {
        double loss = 2.0 / (1 + epoch);
        double far = network == Network.NORMALIZED ? 0.1 * loss : loss;
        double last = network == Network.PLAIN && scale == 1 ? Double.NaN : loss + far;
        List<Double> losses = List.of(loss - far / 2, loss - far / 4, loss, loss + far / 2, last);
        landscapes.add(new Landscape(network, epoch, losses, losses, far));
      }
    }
    return landscapes;
  }
}
