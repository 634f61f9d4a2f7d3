package org.bnsweep.nn;

/**
 * Softmax and the cross-entropy of its answer, the end of the network. (Deep Learning from Scratch,
 * chapters 4 and 5.)
 *
 * <p>Shapes: logits {@code [N, C]}; targets either class indices {@code [N]}, 0 to C - 1, or
 * one-hot rows {@code [N, C]}. Loss: {@code -sum(log(y_target + 1e-7)) / N}; it is NaN where a
 * logit is NaN or the largest is infinite.
 */
public final class SoftmaxCrossEntropy {
  private static final double EPSILON_LOG = 1e-7;

  private final TensorBuffer yBuffer = new TensorBuffer();
  private final TensorBuffer dxBuffer = new TensorBuffer();
  private Tensor y = Tensor.of(new double[1], 1);

  /**
   * Softmax of every row, {@code [N, C]}, each summing to 1.
   *
   * @return a tensor that belongs to this object and is overwritten by its next call
   */
  public Tensor probabilities(Tensor logits) {
    y = yBuffer.like(logits);
    int n = logits.rows();
    int classes = logits.columns();
    double[] x = logits.values();
    double[] p = y.values();
    for (int i = 0; i < n; i++) {
      int row = i * classes;
      double max = x[row];
      for (int k = 1; k < classes; k++) {
        max = Math.max(max, x[row + k]);
      }
      for (int k = 0; k < classes; k++) {
        p[row + k] = Math.exp(x[row + k] - max);
      }
      double sum = PairwiseSum.of(p, row, classes);
      for (int k = 0; k < classes; k++) {
        p[row + k] /= sum;
      }
    }
    return y;
  }

  /**
   * Loss for class indices.
   *
   * @param labels at least N, each 0 to C - 1
   * @throws IllegalArgumentException if a label is not a class, or there are too few
   */
  public double forward(Tensor logits, int[] labels) {
    int n = logits.rows();
    int classes = logits.columns();
    requireLabels(labels, n, classes);
    double[] p = probabilities(logits).values();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.log(p[i * classes + labels[i]] + EPSILON_LOG);
    }
    return -sum / n;
  }

  /**
   * Loss for class indices without the 1e-7: what {@link #backward(int[])} is the exact derivative
   * of.
   */
  double exactLoss(Tensor logits, int[] labels) {
    int n = logits.rows();
    int classes = logits.columns();
    requireLabels(labels, n, classes);
    double[] x = logits.values();
    double loss = 0;
    for (int i = 0; i < n; i++) {
      int row = i * classes;
      double max = x[row];
      for (int k = 1; k < classes; k++) {
        max = Math.max(max, x[row + k]);
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp(x[row + k] - max);
      }
      loss += Math.log(sum) - (x[row + labels[i]] - max);
    }
    return loss / n;
  }

  /**
   * Derivative of the loss by the logits, {@code (y - target) / N}, for the last {@link
   * #forward(Tensor, int[])}.
   */
  public Tensor backward(int[] labels) {
    int n = y.rows();
    int classes = y.columns();
    requireLabels(labels, n, classes);
    Tensor dx = dxBuffer.like(y);
    double[] p = y.values();
    double[] d = dx.values();
    for (int i = 0; i < n; i++) {
      int row = i * classes;
      for (int k = 0; k < classes; k++) {
        d[row + k] = (k == labels[i] ? p[row + k] - 1 : p[row + k]) / n;
      }
    }
    return dx;
  }

  /**
   * Loss for one-hot rows.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public double forward(Tensor logits, Tensor oneHot) {
    requireSameShape(logits, oneHot);
    double[] p = probabilities(logits).values();
    double[] t = oneHot.values();
    double sum = 0;
    for (int i = 0; i < y.size(); i++) {
      if (t[i] != 0) {
        sum += t[i] * Math.log(p[i] + EPSILON_LOG);
      }
    }
    return -sum / y.rows();
  }

  /** Derivative of the loss by the logits for the last {@link #forward(Tensor, Tensor)}. */
  public Tensor backward(Tensor oneHot) {
    requireSameShape(y, oneHot);
    Tensor dx = dxBuffer.like(y);
    double[] p = y.values();
    double[] t = oneHot.values();
    double[] d = dx.values();
    for (int i = 0; i < y.size(); i++) {
      d[i] = (p[i] - t[i]) / y.rows();
    }
    return dx;
  }

  private static void requireSameShape(Tensor logits, Tensor oneHot) {
    if (!logits.hasShapeOf(oneHot)) {
      throw new IllegalArgumentException(
          "logits are " + logits + ", one-hot targets are " + oneHot);
    }
  }

  private static void requireLabels(int[] labels, int n, int classes) {
    if (labels.length < n) {
      throw new IllegalArgumentException(labels.length + " labels for " + n + " rows of logits");
    }
    for (int i = 0; i < n; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label " + labels[i] + " of sample " + i + " is not in 0.." + (classes - 1));
      }
    }
  }
}
