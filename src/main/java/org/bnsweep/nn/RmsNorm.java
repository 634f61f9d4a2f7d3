package org.bnsweep.nn;

import java.util.Arrays;
import java.util.List;

/**
 * Root Mean Square Layer Normalization (Zhang and Sennrich 2019, equation 4): {@code out = gamma *
 * x / sqrt(mean(x^2) + epsilon)}, with the mean over the D units of each sample, in training and in
 * inference alike. It neither centers nor shifts.
 *
 * <p>Shapes: x and out {@code [N, D]} or {@code [N, C, H, W]} with {@code D = C*H*W}; gamma {@code
 * [D]}. Sums are in NumPy's order.
 */
public final class RmsNorm implements NormLayer {
  private final int width;
  private final double epsilon;
  private final VectorParameter gamma;
  private final TensorBuffer xnBuffer = new TensorBuffer();
  private final double[] terms;
  private final Workspace workspace;
  private Tensor xn = Tensor.of(new double[1], 1);
  private double[] rms = new double[0];

  /**
   * Gamma 1.
   *
   * @param index of the layer in its network, from 1: the number in {@code gamma1}
   * @param width D, at least 1
   * @param epsilon above 0; keeps the division defined
   */
  RmsNorm(int index, int width, double epsilon, Workspace workspace) {
    this.width = width;
    this.epsilon = epsilon;
    this.workspace = workspace;
    this.gamma = new VectorParameter("gamma" + index, width);
    this.terms = new double[width];
    reset();
  }

  @Override
  public void reset() {
    Arrays.fill(gamma.values(), 1.0);
  }

  /** gamma, {@code [D]}. */
  public VectorParameter gamma() {
    return gamma;
  }

  @Override
  public List<VectorParameter> parameters() {
    return List.of(gamma);
  }

  @Override
  public Tensor forward(Tensor x) {
    x.requireColumns(width, "RmsNorm");
    int n = x.rows();
    if (rms.length < n) {
      rms = new double[n];
    }
    xn = xnBuffer.like(x);
    Tensor out = workspace.like(x);
    double[] v = x.values();
    for (int i = 0; i < n; i++) {
      int row = i * width;
      square(v, row);
      rms[i] = Math.sqrt(PairwiseSum.of(terms, 0, width) / width + epsilon);
      scale(v, row, rms[i], gamma.values(), xn.values(), out.values());
    }
    return out;
  }

  private void square(double[] x, int row) {
    for (int j = 0; j < width; j++) {
      terms[j] = x[row + j] * x[row + j];
    }
  }

  /** {@code xn = x / rms}, {@code out = gamma * xn}. */
  private void scale(
      double[] x, int row, double rowRms, double[] gamma, double[] xn, double[] out) {
    for (int j = 0; j < width; j++) {
      double normal = x[row + j] / rowRms;
      xn[row + j] = normal;
      out[row + j] = gamma[j] * normal;
    }
  }

  /**
   * As that of {@link LayerNorm}, without the mean:
   *
   * <pre>
   * dgamma = sum over samples of xn * dout
   * dxn    = gamma * dout
   * dx     = (dxn - xn * mean(dxn * xn)) / rms
   * </pre>
   */
  @Override
  public Tensor backward(Tensor dout) {
    dout.requireColumns(width, "RmsNorm.backward");
    Columns.sumOfProducts(dout, xn, gamma.gradient());
    Tensor dx = workspace.like(xn);
    double[] dxn = dx.values();
    for (int i = 0; i < dout.rows(); i++) {
      int row = i * width;
      LayerNorm.weigh(dout.values(), gamma.values(), xn.values(), row, dxn, terms);
      double along = PairwiseSum.of(terms, 0, width) / width;
      combine(row, along, rms[i], xn.values(), dxn);
    }
    return dx;
  }

  private void combine(int row, double along, double rowRms, double[] xn, double[] d) {
    for (int j = 0; j < width; j++) {
      d[row + j] = (d[row + j] - xn[row + j] * along) / rowRms;
    }
  }

  /** The same as {@link #forward}: a sample's statistics are its own. */
  @Override
  public Tensor evaluate(Tensor x) {
    return forward(x);
  }
}
