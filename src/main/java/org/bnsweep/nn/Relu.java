package org.bnsweep.nn;

import java.util.Optional;

/**
 * The rectifier, {@code out = x where x > 0, else 0}; any shape. NaN stays NaN, as in NumPy's
 * {@code where(x <= 0, 0, x)}.
 */
public final class Relu implements Layer {
  private final TensorBuffer outBuffer = new TensorBuffer();
  private final Workspace workspace;
  private Tensor out = Tensor.of(new double[1], 1);
  private double[] columnSums = new double[0];
  private Optional<double[]> heldSides = Optional.empty();

  /**
   * Keeps every unit of the last batch on its side, alive or dead, until {@link #release}: a smooth
   * function with the same gradient, for a gradient check.
   */
  void hold() {
    double[] sides = new double[out.size()];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = out.values()[i] > 0 ? 1.0 : 0.0;
    }
    heldSides = Optional.of(sides);
  }

  /** Ends {@link #hold}. */
  void release() {
    heldSides = Optional.empty();
  }

  /** A layer with memory of its own. */
  public Relu() {
    this(new Workspace());
  }

  Relu(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Tensor forward(Tensor x) {
    out = outBuffer.like(x);
    if (heldSides.isPresent()) {
      double[] sides = heldSides.get();
      for (int i = 0; i < sides.length; i++) {
        out.values()[i] = x.values()[i] * sides[i];
      }
      return out;
    }
    cut(x.values(), x.size(), out.values());
    return out;
  }

  /**
   * {@code dx = dout where out > 0, else 0}, as a product with a mask of 0 and 1, because C2 of JDK
   * 17 does not vectorize a choice.
   *
   * <p>The product differs from the choice in one case: 0 times an infinite or NaN {@code dout} is
   * NaN. The column sums tell, and the slow loop then repairs it.
   */
  @Override
  public Tensor backward(Tensor dout) {
    Tensor dx = workspace.like(out);
    multiplyByMask(dout.values(), out.values(), dx.size(), dx.values());
    if (hasNaN(dx)) {
      choose(dout.values(), out.values(), dx);
    }
    return dx;
  }

  private static void multiplyByMask(double[] d, double[] h, int size, double[] dx) {
    for (int i = 0; i < size; i++) {
      dx[i] = d[i] * Math.min(Math.ceil(h[i]), 1.0);
    }
  }

  private boolean hasNaN(Tensor dx) {
    if (columnSums.length < dx.columns()) {
      columnSums = new double[dx.columns()];
    }
    Columns.sum(dx, columnSums);
    for (int j = 0; j < dx.columns(); j++) {
      if (Double.isNaN(columnSums[j])) {
        return true;
      }
    }
    return false;
  }

  private static void choose(double[] d, double[] h, Tensor dx) {
    double[] v = dx.values();
    for (int i = 0; i < dx.size(); i++) {
      v[i] = h[i] <= 0 ? 0.0 : d[i];
    }
  }

  @Override
  public Tensor evaluate(Tensor x) {
    Tensor y = workspace.like(x);
    cut(x.values(), x.size(), y.values());
    return y;
  }

  private static void cut(double[] v, int size, double[] h) {
    for (int i = 0; i < size; i++) {
      h[i] = Math.max(v[i], 0.0);
    }
  }
}
