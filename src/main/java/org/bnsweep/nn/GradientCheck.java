package org.bnsweep.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bnsweep.random.NumpyRandom;

/**
 * A comparison of the gradients that {@link Mlp#gradient} answers with central differences of the
 * loss, h = 1e-4, in training mode with the dropout masks held fixed. (Deep Learning from Scratch,
 * chapter 5.)
 *
 * <p>The differences are of fourth order, {@code (8 (L(p + h) - L(p - h)) - (L(p + 2h) - L(p -
 * 2h))) / 12h}: those of second order, {@code (L(p + h) - L(p - h)) / 2h}, are off by more than
 * 1e-6 where BN divides by a small deviation. The loss is taken without the 1e-7 in its logarithm,
 * which the gradients leave out too, and with every rectifier held on its side: one that changed it
 * within h would have two slopes.
 *
 * <p>At least 4 samples: with one, Batch Normalization makes every gradient before it 0, and the
 * check could not fail.
 *
 * @param parameters one entry for each parameter, in the network's order
 */
public record GradientCheck(List<Entry> parameters) {
  private static final double H = 1e-4;
  private static final int FEWEST_SAMPLES = 4;
  private static final long MASK_SEED = 1;

  /**
   * The size below which a gradient counts as 0, as a share of the loss or of 1. Rounding leaves
   * about 1e-12 of the loss in each difference, and the bound times this has to be above it;
   * gradients that are 0 in theory (a bias in front of BN) are nothing but that.
   */
  private static final double NEGLIGIBLE = 1e-5;

  /**
   * Right gradients stay below 1e-6, but for W1 in front of BN at weight scales near 1e-4: 1.5e-6.
   */
  private static final double BOUND = 1e-5;

  /**
   * What was found for one parameter.
   *
   * @param name as in {@link Parameter#name}
   * @param size numbers it has
   * @param checked how many of them were perturbed
   * @param relativeError {@code |numerical - analytical| / (|numerical| + |analytical|)}, Euclidean
   *     norms over the checked numbers
   * @param bound the largest error that is not a mistake
   */
  public record Entry(String name, int size, int checked, double relativeError, double bound) {

    /** Whether the error is within its bound; NaN is not. */
    public boolean passed() {
      return relativeError <= bound;
    }
  }

  /** The entries, unmodifiable. */
  public GradientCheck {
    parameters = List.copyOf(parameters);
  }

  /** Whether every parameter is within its bound. */
  public boolean passed() {
    return parameters.stream().allMatch(Entry::passed);
  }

  /**
   * Checks {@code network} at its current parameters, and leaves them as they were.
   *
   * @param x at least 4 samples
   * @param labels one for each sample
   * @param perParameter numbers to perturb in each parameter: all where it has no more, else a
   *     sample drawn with {@code seed}
   * @throws IllegalArgumentException for fewer than 4 samples
   */
  public static GradientCheck of(Mlp network, Tensor x, int[] labels, int perParameter, long seed) {
    if (x.rows() < FEWEST_SAMPLES) {
      throw new IllegalArgumentException(
          "a gradient check of " + x.rows() + " samples, must be at least " + FEWEST_SAMPLES);
    }
    return of(network, gradients(network, x, labels), x, labels, perParameter, seed);
  }

  /** The gradients that {@code network} answers, in the order of its parameters. */
  static List<double[]> gradients(Mlp network, Tensor x, int[] labels) {
    network.drawMasksFrom(new NumpyRandom(MASK_SEED));
    network.gradient(x, labels);
    List<double[]> gradients = new ArrayList<>();
    for (Parameter parameter : network.parameters()) {
      double[] gradient = new double[parameter.size()];
      parameter.readGradient(gradient);
      gradients.add(gradient);
    }
    return gradients;
  }

  /** Checks {@code gradients}, which may be anyone's, against the loss of {@code network}. */
  static GradientCheck of(
      Mlp network, List<double[]> gradients, Tensor x, int[] labels, int perParameter, long seed) {
    NumpyRandom random = new NumpyRandom(seed);
    List<Entry> entries = new ArrayList<>();
    double loss = maskedLoss(network, x, labels);
    double negligible = NEGLIGIBLE * Math.max(1, Math.abs(loss));
    network.rectifiers().forEach(Relu::hold);
    try {
      for (int k = 0; k < gradients.size(); k++) {
        Parameter parameter = network.parameters().get(k);
        int[] indices = sample(parameter.size(), perParameter, random);
        double error =
            relativeError(network, parameter, gradients.get(k), indices, x, labels, negligible);
        entries.add(new Entry(parameter.name(), parameter.size(), indices.length, error, BOUND));
      }
    } finally {
      network.rectifiers().forEach(Relu::release);
    }
    return new GradientCheck(entries);
  }

  private static int[] sample(int size, int count, NumpyRandom random) {
    if (size <= count) {
      return IntStream.range(0, size).toArray();
    }
    int[] drawn = new int[count];
    random.choice(size, drawn);
    return IntStream.of(drawn).distinct().sorted().toArray();
  }

  private static double relativeError(
      Mlp network,
      Parameter parameter,
      double[] gradient,
      int[] indices,
      Tensor x,
      int[] labels,
      double negligible) {
    double[] values = new double[parameter.size()];
    parameter.read(values);
    double difference = 0;
    double numericalNorm = 0;
    double analyticalNorm = 0;
    for (int i : indices) {
      double original = values[i];
      double above = lossAt(network, parameter, values, i, original + H, x, labels);
      double below = lossAt(network, parameter, values, i, original - H, x, labels);
      double farAbove = lossAt(network, parameter, values, i, original + 2 * H, x, labels);
      double farBelow = lossAt(network, parameter, values, i, original - 2 * H, x, labels);
      values[i] = original;
      double numerical = (8 * (above - below) - (farAbove - farBelow)) / (12 * H);
      difference += (numerical - gradient[i]) * (numerical - gradient[i]);
      numericalNorm += numerical * numerical;
      analyticalNorm += gradient[i] * gradient[i];
    }
    parameter.write(values);
    double size = Math.sqrt(numericalNorm) + Math.sqrt(analyticalNorm);
    return Math.sqrt(difference) / Math.max(size, negligible * Math.sqrt(indices.length));
  }

  private static double lossAt(
      Mlp network,
      Parameter parameter,
      double[] values,
      int i,
      double value,
      Tensor x,
      int[] labels) {
    values[i] = value;
    parameter.write(values);
    return maskedLoss(network, x, labels);
  }

  private static double maskedLoss(Mlp network, Tensor x, int[] labels) {
    network.drawMasksFrom(new NumpyRandom(MASK_SEED));
    return network.exactTrainingLoss(x, labels);
  }
}
