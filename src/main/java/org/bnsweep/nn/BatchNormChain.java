package org.bnsweep.nn;

/**
 * Batch Normalization's way back term by term as the book has it, for batches on the verge of
 * overflow: there the shorter form of {@link BatchNorm#backward} stays finite a few iterations
 * longer than the chain, and a network would diverge later than NumPy's.
 */
final class BatchNormChain {
  private final TensorBuffer xcBuffer = new TensorBuffer();
  private Tensor xc = Tensor.of(new double[1], 1);

  /** {@code xn = xc / std} with {@code xc = x - mu}, which is kept for {@link #backward}. */
  void normalize(Tensor x, double[] mu, double[] std, Tensor xn) {
    xc = xcBuffer.like(x);
    int width = x.columns();
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < width; j++) {
        int at = i * width + j;
        xc.values()[at] = x.values()[at] - mu[j];
        xn.values()[at] = xc.values()[at] / std[j];
      }
    }
  }

  /** {@code dx} for the last {@link #normalize}. */
  void backward(Tensor dout, double[] gamma, double[] std, Tensor dx) {
    int n = dout.rows();
    int width = dout.columns();
    double[] d = dout.values();
    double[] c = xc.values();
    double[] dxc = dx.values();
    double[] dstd = new double[width];
    double[] dmu = new double[width];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < width; j++) {
        int at = i * width + j;
        dstd[j] -= gamma[j] * d[at] * c[at] / (std[j] * std[j]);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < width; j++) {
        int at = i * width + j;
        double dvar = 0.5 * dstd[j] / std[j];
        dxc[at] = gamma[j] * d[at] / std[j] + 2.0 / n * c[at] * dvar;
        dmu[j] += dxc[at];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < width; j++) {
        dxc[i * width + j] -= dmu[j] / n;
      }
    }
  }
}
