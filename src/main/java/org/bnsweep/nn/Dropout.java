package org.bnsweep.nn;

import org.bnsweep.random.NumpyRandom;

/**
 * Dropout (Srivastava et al. 2014) as the book has it: while training an activation is kept where a
 * uniform draw is above {@code ratio} and is 0 elsewhere, without rescaling; in inference all are
 * multiplied by {@code 1 - ratio}. Any shape.
 */
public final class Dropout implements Layer {
  private final double ratio;
  private final TensorBuffer keepBuffer = new TensorBuffer();
  private final Workspace workspace;
  private Tensor keep = Tensor.of(new double[1], 1);
  private NumpyRandom random;
  private boolean held;

  /**
   * Draws one uniform number per activation in {@link #forward}, row by row.
   *
   * @param ratio in [0, 1)
   */
  public Dropout(double ratio, NumpyRandom random) {
    this(ratio, random, new Workspace());
  }

  Dropout(double ratio, NumpyRandom random, Workspace workspace) {
    if (!(ratio >= 0 && ratio < 1)) {
      throw new IllegalArgumentException("dropout is " + ratio + ", must be in [0, 1)");
    }
    this.ratio = ratio;
    this.random = random;
    this.workspace = workspace;
  }

  /** Draws from {@code newRandom} from now on. */
  void drawFrom(NumpyRandom newRandom) {
    random = newRandom;
  }

  /** Takes the last mask again from now on, and draws none, until {@link #release}. */
  void hold() {
    held = true;
  }

  /** Ends {@link #hold}. */
  void release() {
    held = false;
  }

  /** Draws {@code count} numbers of a mask that nobody needs. */
  void skip(int count) {
    for (int i = 0; i < count; i++) {
      double unused = random.rand();
    }
  }

  @Override
  public Tensor forward(Tensor x) {
    if (!held) {
      drawMask(x);
    }
    Tensor out = workspace.like(x);
    multiply(x.values(), keep.values(), x.size(), out.values());
    return out;
  }

  private void drawMask(Tensor x) {
    keep = keepBuffer.like(x);
    double[] mask = keep.values();
    int size = x.size();
    random.rand(mask, 0, size);
    for (int i = 0; i < size; i++) {
      mask[i] = mask[i] > ratio ? 1.0 : 0.0;
    }
  }

  @Override
  public Tensor backward(Tensor dout) {
    Tensor dx = workspace.like(keep);
    multiply(dout.values(), keep.values(), keep.size(), dx.values());
    return dx;
  }

  @Override
  public Tensor evaluate(Tensor x) {
    Tensor out = workspace.like(x);
    double[] v = x.values();
    double[] y = out.values();
    double kept = 1.0 - ratio;
    int size = x.size();
    for (int i = 0; i < size; i++) {
      y[i] = v[i] * kept;
    }
    return out;
  }

  private static void multiply(double[] x, double[] mask, int size, double[] out) {
    for (int i = 0; i < size; i++) {
      out[i] = x[i] * mask[i];
    }
  }
}
