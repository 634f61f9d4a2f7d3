package org.bnsweep.nn;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.random.NumpyRandom;

/**
 * A multi-layer perceptron, the network of the experiment: hidden layers of affine, activation,
 * normalization before or after it or not at all, dropout; then affine to the classes and softmax
 * with cross-entropy. (Deep Learning from Scratch, chapter 6, {@code MultiLayerNetExtend}.)
 *
 * <p>Shapes: samples {@code [N, D]} or {@code [N, C, H, W]}, labels {@code [N]}, logits {@code [N,
 * classes]}. All arithmetic is float64; overflow is not an error, a network of NaN answers class 0.
 * Owns off-heap memory: close it. Not thread-safe.
 */
public final class Mlp implements AutoCloseable {
  private final Architecture architecture;
  private final List<Affine> affines = new ArrayList<>();
  private final List<NormLayer> norms = new ArrayList<>();
  private final List<Dropout> dropouts = new ArrayList<>();
  private final List<Layer> afterFirst = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final Workspace workspace = new Workspace();
  private final SoftmaxCrossEntropy output = new SoftmaxCrossEntropy();

  /** A network with all weights 0; see {@link #initialize}. */
  public Mlp(Architecture architecture) {
    this.architecture = architecture;
    NumpyRandom masks = new NumpyRandom(0);
    int width = architecture.inputs().count();
    int index = 1;
    for (int next : architecture.hidden()) {
      addAffine(index, width, next);
      addNorm(Normalization.Position.BEFORE, index, next);
      afterFirst.add(
          architecture.activation() == Activation.RELU
              ? new Relu(workspace)
              : new Sigmoid(workspace));
      addNorm(Normalization.Position.AFTER, index, next);
      if (architecture.dropout() > 0) {
        Dropout dropout = new Dropout(architecture.dropout(), masks, workspace);
        dropouts.add(dropout);
        afterFirst.add(dropout);
      }
      width = next;
      index++;
    }
    addAffine(index, width, architecture.classes());
  }

  private void addAffine(int index, int inputs, int outputs) {
    Affine affine = new Affine(index, inputs, outputs, architecture.weightDecay(), workspace);
    if (!affines.isEmpty()) {
      afterFirst.add(affine);
    }
    affines.add(affine);
    parameters.add(affine.weights());
    parameters.add(affine.bias());
  }

  private void addNorm(Normalization.Position here, int index, int width) {
    Normalization normalization = architecture.normalization();
    if (normalization instanceof Normalization.Batch n && n.position() == here) {
      add(new BatchNorm(index, width, n.epsilon(), n.momentum(), workspace));
    } else if (normalization instanceof Normalization.PerLayer n && n.position() == here) {
      add(new LayerNorm(index, width, n.epsilon(), workspace));
    } else if (normalization instanceof Normalization.Rms n && n.position() == here) {
      add(new RmsNorm(index, width, n.epsilon(), workspace));
    }
  }

  private void add(NormLayer norm) {
    norms.add(norm);
    afterFirst.add(norm);
    parameters.addAll(norm.parameters());
  }

  /**
   * Starts anew: weights {@code std * randn(inputs, outputs)} for W1, W2, ... in this order, biases
   * and beta 0, gamma 1, running averages 0.
   *
   * @param random also gives the dropout masks from now on
   */
  public void initialize(WeightScale scale, NumpyRandom random) {
    Inputs inputs = architecture.inputs();
    drawWeights(affines.get(0), inputs, scale.std(inputs.features()), random);
    for (int l = 1; l < affines.size(); l++) {
      int fanIn = affines.get(l).weights().matrix().rows();
      drawWeights(affines.get(l), Inputs.all(fanIn), scale.std(fanIn), random);
    }
    affines.forEach(Affine::resetBias);
    norms.forEach(NormLayer::reset);
    drawMasksFrom(random);
  }

  private static void drawWeights(Affine affine, Inputs inputs, double std, NumpyRandom random) {
    Matrix w = affine.weights().matrix();
    double[] row = new double[w.columns()];
    double squaresElsewhere = 0;
    int position = 0;
    for (int feature = 0; feature < inputs.features(); feature++) {
      random.randn(row, 0, row.length);
      if (position < inputs.count() && inputs.feature(position) == feature) {
        multiply(row, std);
        w.putRows(position, row, row.length);
        position++;
      } else {
        squaresElsewhere = addSquares(row, std, squaresElsewhere);
      }
    }
    affine.weights().squaresElsewhere(squaresElsewhere);
  }

  private static void multiply(double[] row, double std) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= std;
    }
  }

  private static double addSquares(double[] row, double std, double sum) {
    double squares = sum;
    for (double z : row) {
      squares += (std * z) * (std * z);
    }
    return squares;
  }

  /**
   * Dropout masks come from {@code random} from now on: a generator seeded alike holds them fixed.
   */
  public void drawMasksFrom(NumpyRandom random) {
    dropouts.forEach(dropout -> dropout.drawFrom(random));
  }

  /**
   * Draws the dropout masks of a step on {@code n} samples and drops them: the stream goes on as if
   * it had been made.
   */
  public void skipMasks(int n) {
    for (int l = 0; l < dropouts.size(); l++) {
      dropouts.get(l).skip(n * architecture.hidden().get(l));
    }
  }

  /**
   * From now on a step is like the last one but for its parameters: it takes the same dropout masks
   * and leaves the running averages alone, until {@link #release}.
   */
  public void hold() {
    dropouts.forEach(Dropout::hold);
    batchNorms().forEach(BatchNorm::hold);
  }

  /** Ends {@link #hold}. */
  public void release() {
    dropouts.forEach(Dropout::release);
    batchNorms().forEach(BatchNorm::release);
  }

  /**
   * All that is learned: W1, b1, gamma1, beta1, W2, ...; gradients are those of the last {@link
   * #gradient}.
   */
  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  /** The Batch Normalization layers, first to last; none without. */
  public List<BatchNorm> batchNorms() {
    return norms.stream().filter(BatchNorm.class::isInstance).map(BatchNorm.class::cast).toList();
  }

  /**
   * One step forward and back in training mode; the parameters stay, their gradients and the
   * running averages change.
   *
   * @return cross-entropy and weight decay of this batch
   */
  public double gradient(Tensor x, int[] labels) {
    x.requireColumns(architecture.inputs().count(), "Mlp");
    return gradientFrom(affines.get(0).forward(x), labels, HiddenObserver.NONE);
  }

  /**
   * As {@link #gradient(Tensor, int[])} for samples {@code [N, D]} that are off-heap and stay
   * unchanged until the update.
   */
  public double gradient(Matrix x, int[] labels) {
    return gradient(x, labels, HiddenObserver.NONE);
  }

  /** As {@link #gradient(Matrix, int[])}, while {@code observer} sees the hidden layers. */
  public double gradient(Matrix x, int[] labels, HiddenObserver observer) {
    return gradientFrom(affines.get(0).forward(x), labels, observer);
  }

  private double gradientFrom(Tensor first, int[] labels, HiddenObserver observer) {
    double loss = output.forward(forwardAfterFirst(first, observer), labels) + penalty();
    Tensor d = output.backward(labels);
    for (int l = afterFirst.size() - 1; l >= 0; l--) {
      d = afterFirst.get(l).backward(d);
    }
    affines.get(0).gradient(d);
    return loss;
  }

  /**
   * Loss of this batch in training mode: batch statistics and dropout masks, as {@link #gradient}
   * sees it.
   */
  double trainingLoss(Tensor x, int[] labels) {
    x.requireColumns(architecture.inputs().count(), "Mlp");
    return output.forward(forwardAfterFirst(affines.get(0).forward(x)), labels) + penalty();
  }

  /** {@link #trainingLoss} without the 1e-7 in its logarithm: what the gradients are exact for. */
  double exactTrainingLoss(Tensor x, int[] labels) {
    return output.exactLoss(forwardAfterFirst(affines.get(0).forward(x)), labels) + penalty();
  }

  /** The rectifiers, first to last; none with sigmoid. */
  List<Relu> rectifiers() {
    return afterFirst.stream().filter(Relu.class::isInstance).map(Relu.class::cast).toList();
  }

  private Tensor forwardAfterFirst(Tensor first) {
    return forwardAfterFirst(first, HiddenObserver.NONE);
  }

  private Tensor forwardAfterFirst(Tensor first, HiddenObserver observer) {
    Tensor h = first;
    int hidden = 0;
    for (Layer layer : afterFirst) {
      h = layer.forward(h);
      if (layer instanceof Relu || layer instanceof Sigmoid) {
        hidden++;
        observer.see(hidden, h);
      }
    }
    return h;
  }

  private double penalty() {
    if (architecture.weightDecay() == 0) {
      return 0;
    }
    double penalty = 0;
    for (Affine affine : affines) {
      penalty += affine.weights().penalty();
    }
    return penalty;
  }

  /**
   * Logits {@code [N, classes]} in inference: running averages, no dropout.
   *
   * @return a tensor that belongs to the network and is overwritten by its next call
   */
  public Tensor predict(Tensor x) {
    x.requireColumns(architecture.inputs().count(), "Mlp");
    return predictAfterFirst(affines.get(0).evaluate(x));
  }

  /** As {@link #predict(Tensor)} for samples {@code [N, D]} that are off-heap. */
  public Tensor predict(Matrix x) {
    return predictAfterFirst(affines.get(0).evaluate(x));
  }

  private Tensor predictAfterFirst(Tensor first) {
    Tensor h = first;
    for (Layer layer : afterFirst) {
      h = layer.evaluate(h);
    }
    return h;
  }

  /** Cross-entropy and weight decay in inference. */
  public double loss(Tensor x, int[] labels) {
    return output.forward(predict(x), labels) + penalty();
  }

  /** Share of the samples whose largest logit is the label's, 0 to 1, in inference. */
  public double accuracy(Tensor x, int[] labels) {
    return (double) Predictions.correct(predict(x), labels, 0) / x.rows();
  }

  /**
   * Whether every number this network will ever answer is NaN: all output biases are, and no update
   * brings them back, since every logit is NaN and so is every gradient of these biases.
   */
  public boolean isLost() {
    VectorParameter bias = affines.get(affines.size() - 1).bias();
    for (double b : bias.values()) {
      if (!Double.isNaN(b)) {
        return false;
      }
    }
    return true;
  }

  /** Gives the off-heap memory back. */
  @Override
  public void close() {
    affines.forEach(Affine::close);
  }
}
