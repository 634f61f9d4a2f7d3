package org.bnsweep.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bnsweep.nn.Matrix;
import org.bnsweep.nn.Mlp;
import org.bnsweep.nn.Parameter;
import org.bnsweep.nn.WeightMatrix;

/**
 * What gathers the gradients of one trial, and the loss along them, at every point.
 *
 * <p>A walk along the gradient keeps three copies of a network's parameters while it lasts; Adam
 * keeps two for as long as it trains.
 */
final class GradientRecorder {
  private final Recordings recordings;
  private final double learningRate;
  private final List<WeightGradient> gradients = new ArrayList<>();
  private final List<Landscape> landscapes = new ArrayList<>();

  /** For the numbers of one parameter at a time. */
  private double[] scratch = new double[0];

  GradientRecorder(Recordings recordings, double learningRate) {
    this.recordings = recordings;
    this.learningRate = learningRate;
  }

  /** What looks at {@code network} at the point of {@code epoch}. */
  UpdateObserver at(Network network, int epoch) {
    return recordings.has(Recording.GRADIENTS) || recordings.has(Recording.LANDSCAPE)
        ? new AtPoint(network, epoch)
        : UpdateObserver.NONE;
  }

  /** By network, epoch and layer. */
  List<WeightGradient> gradients() {
    return gradients.stream()
        .sorted(
            Comparator.comparing(WeightGradient::network)
                .thenComparing(WeightGradient::epoch)
                .thenComparing(WeightGradient::layer))
        .toList();
  }

  /** By network and epoch. */
  List<Landscape> landscapes() {
    return landscapes.stream()
        .sorted(Comparator.comparing(Landscape::network).thenComparing(Landscape::epoch))
        .toList();
  }

  private final class AtPoint implements UpdateObserver {
    private final Network kind;
    private final int epoch;

    AtPoint(Network kind, int epoch) {
      this.kind = kind;
      this.epoch = epoch;
    }

    @Override
    public Runnable beforeUpdate(Mlp network, Matrix batch, int[] labels) {
      if (recordings.has(Recording.GRADIENTS)) {
        keepNorms(network);
      }
      if (!recordings.has(Recording.LANDSCAPE)) {
        return () -> {};
      }
      List<double[]> here = values(network);
      List<double[]> gradient = gradients(network);
      return () -> landscapes.add(landscape(network, batch, labels, here, gradient));
    }

    @Override
    public void lost(Mlp network) {
      if (recordings.has(Recording.GRADIENTS)) {
        for (int layer = 1; layer <= weights(network).size(); layer++) {
          gradients.add(new WeightGradient(kind, epoch, layer, Double.NaN, Double.NaN));
        }
      }
      if (recordings.has(Recording.LANDSCAPE)) {
        landscapes.add(Landscape.lost(kind, epoch));
      }
    }

    private void keepNorms(Mlp network) {
      int layer = 1;
      for (WeightMatrix weights : weights(network)) {
        double norm = weights.gradientNorm();
        double ratio = learningRate * norm / weights.norm();
        gradients.add(new WeightGradient(kind, epoch, layer, norm, ratio));
        layer++;
      }
    }

    /** Walks from {@code here}, and back to where the update had brought the network. */
    private Landscape landscape(
        Mlp network, Matrix batch, int[] labels, List<double[]> here, List<double[]> gradient) {
      List<double[]> updated = values(network);
      network.hold();
      try {
        return Landscape.of(
            kind,
            epoch,
            learningRate,
            Math.sqrt(gradient.stream().mapToDouble(g -> squares(g, g.length)).sum()),
            distance -> {
              descend(network, here, gradient, distance);
              double loss = network.gradient(batch, labels);
              return new Landscape.Place(loss, change(network, gradient));
            });
      } finally {
        network.release();
        write(network, updated);
      }
    }
  }

  private static List<WeightMatrix> weights(Mlp network) {
    return network.parameters().stream()
        .filter(WeightMatrix.class::isInstance)
        .map(WeightMatrix.class::cast)
        .toList();
  }

  private static List<double[]> gradients(Mlp network) {
    return network.parameters().stream().map(GradientRecorder::gradient).toList();
  }

  private static double[] gradient(Parameter parameter) {
    double[] gradient = new double[parameter.size()];
    parameter.readGradient(gradient);
    return gradient;
  }

  private static List<double[]> values(Mlp network) {
    List<double[]> values = new ArrayList<>();
    for (Parameter parameter : network.parameters()) {
      double[] v = new double[parameter.size()];
      parameter.read(v);
      values.add(v);
    }
    return values;
  }

  private static void write(Mlp network, List<double[]> values) {
    List<Parameter> parameters = network.parameters();
    for (int k = 0; k < parameters.size(); k++) {
      parameters.get(k).write(values.get(k));
    }
  }

  private void descend(Mlp network, List<double[]> here, List<double[]> gradient, double distance) {
    List<Parameter> parameters = network.parameters();
    for (int k = 0; k < here.size(); k++) {
      double[] from = here.get(k);
      double[] along = gradient.get(k);
      double[] to = scratch(from.length);
      for (int i = 0; i < from.length; i++) {
        to[i] = from[i] - distance * along[i];
      }
      parameters.get(k).write(to);
    }
  }

  private double[] scratch(int size) {
    if (scratch.length < size) {
      scratch = new double[size];
    }
    return scratch;
  }

  /** The length of what the gradient of the last step differs by from {@code gradient}. */
  private double change(Mlp network, List<double[]> gradient) {
    List<Parameter> parameters = network.parameters();
    double sum = 0;
    for (int k = 0; k < parameters.size(); k++) {
      double[] here = gradient.get(k);
      double[] there = scratch(here.length);
      parameters.get(k).readGradient(there);
      for (int i = 0; i < here.length; i++) {
        there[i] = here[i] - there[i];
      }
      sum += squares(there, here.length);
    }
    return Math.sqrt(sum);
  }

  /** In four sums, of which none waits for the others. */
  private static double squares(double[] v, int length) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      a += v[i] * v[i];
      b += v[i + 1] * v[i + 1];
      c += v[i + 2] * v[i + 2];
      d += v[i + 3] * v[i + 3];
    }
    for (; i < length; i++) {
      a += v[i] * v[i];
    }
    return (a + b) + (c + d);
  }
}
