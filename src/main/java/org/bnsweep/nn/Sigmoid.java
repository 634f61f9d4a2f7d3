package org.bnsweep.nn;

/**
 * The logistic function, {@code out = 1 / (1 + exp(-x))}; any shape. (Deep Learning from Scratch,
 * chapter 5.)
 */
public final class Sigmoid implements Layer {
  private final TensorBuffer outBuffer = new TensorBuffer();
  private final Workspace workspace;
  private Tensor out = Tensor.of(new double[1], 1);

  /** A layer with memory of its own. */
  public Sigmoid() {
    this(new Workspace());
  }

  Sigmoid(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Tensor forward(Tensor x) {
    out = outBuffer.like(x);
    squash(x.values(), x.size(), out.values());
    return out;
  }

  /** {@code dx = dout * (1 - out) * out}. */
  @Override
  public Tensor backward(Tensor dout) {
    Tensor dx = workspace.like(out);
    double[] d = dout.values();
    double[] y = out.values();
    double[] v = dx.values();
    int size = dx.size();
    for (int i = 0; i < size; i++) {
      v[i] = d[i] * (1.0 - y[i]) * y[i];
    }
    return dx;
  }

  @Override
  public Tensor evaluate(Tensor x) {
    Tensor y = workspace.like(x);
    squash(x.values(), x.size(), y.values());
    return y;
  }

  private static void squash(double[] v, int size, double[] y) {
    for (int i = 0; i < size; i++) {
      y[i] = 1.0 / (1.0 + Math.exp(-v[i]));
    }
  }
}
