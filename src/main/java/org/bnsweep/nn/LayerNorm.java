package org.bnsweep.nn;

import java.util.Arrays;
import java.util.List;

/**
 * Layer Normalization (Ba, Kiros and Hinton 2016, equations 3 and 4): {@code out = gamma * (x - mu)
 * / sqrt(var + epsilon) + beta}, with mean and variance over the D units of each sample, in
 * training and in inference alike.
 *
 * <p>Shapes: x and out {@code [N, D]} or {@code [N, C, H, W]} with {@code D = C*H*W}; gamma and
 * beta {@code [D]}; mu and var {@code [N]}. The variance is the biased one, divided by D; a layer
 * of one unit therefore answers beta. Sums are in NumPy's order.
 */
public final class LayerNorm implements NormLayer {
  private final int width;
  private final double epsilon;
  private final VectorParameter gamma;
  private final VectorParameter beta;
  private final TensorBuffer xnBuffer = new TensorBuffer();
  private final double[] terms;
  private final Workspace workspace;
  private Tensor xn = Tensor.of(new double[1], 1);
  private double[] std = new double[0];
  private double[] xc = new double[0];

  /**
   * Gamma 1, beta 0.
   *
   * @param index of the layer in its network, from 1: the number in {@code gamma1}, {@code beta1}
   * @param width D, at least 1
   * @param epsilon above 0; keeps the division defined
   */
  LayerNorm(int index, int width, double epsilon, Workspace workspace) {
    this.width = width;
    this.epsilon = epsilon;
    this.workspace = workspace;
    this.gamma = new VectorParameter("gamma" + index, width);
    this.beta = new VectorParameter("beta" + index, width);
    this.terms = new double[width];
    reset();
  }

  @Override
  public void reset() {
    Arrays.fill(gamma.values(), 1.0);
    Arrays.fill(beta.values(), 0.0);
  }

  /** gamma, {@code [D]}. */
  public VectorParameter gamma() {
    return gamma;
  }

  /** beta, {@code [D]}. */
  public VectorParameter beta() {
    return beta;
  }

  @Override
  public List<VectorParameter> parameters() {
    return List.of(gamma, beta);
  }

  @Override
  public Tensor forward(Tensor x) {
    x.requireColumns(width, "LayerNorm");
    int n = x.rows();
    if (std.length < n) {
      std = new double[n];
    }
    xn = xnBuffer.like(x);
    Tensor out = workspace.like(x);
    double[] v = x.values();
    double[] normal = xn.values();
    for (int i = 0; i < n; i++) {
      int row = i * width;
      double mu = PairwiseSum.of(v, row, width) / width;
      center(v, row, mu, normal);
      double var = PairwiseSum.of(terms, 0, width) / width;
      std[i] = Math.sqrt(var + epsilon);
      if (!(std[i] < BatchNorm.HUGE)) {
        keep(row, normal);
      }
      scale(row, std[i], gamma.values(), beta.values(), normal, out.values());
    }
    return out;
  }

  /** {@code xc = x - mu}, and its squares in {@link #terms}. */
  private void center(double[] x, int row, double mu, double[] xc) {
    for (int j = 0; j < width; j++) {
      double c = x[row + j] - mu;
      xc[row + j] = c;
      terms[j] = c * c;
    }
  }

  /** Keeps {@code xc} of a sample for {@link #chain}. */
  private void keep(int row, double[] centered) {
    if (xc.length < xn.size()) {
      xc = new double[xn.size()];
    }
    System.arraycopy(centered, row, xc, row, width);
  }

  /** {@code xn = xc / std} in place, {@code out = gamma * xn + beta}. */
  private void scale(
      int row, double rowStd, double[] gamma, double[] beta, double[] xn, double[] out) {
    for (int j = 0; j < width; j++) {
      double normal = xn[row + j] / rowStd;
      xn[row + j] = normal;
      out[row + j] = gamma[j] * normal + beta[j];
    }
  }

  /**
   * As Batch Normalization's way back, over the units of a sample instead of the samples of a unit:
   *
   * <pre>
   * dbeta  = sum over samples of dout       dgamma = sum over samples of xn * dout
   * dxn    = gamma * dout
   * dx     = (dxn - mean(dxn) - xn * mean(dxn * xn)) / std
   * </pre>
   *
   * <p>Of a sample whose deviation is so large that the terms of the book's chain overflow, it is
   * the chain itself.
   */
  @Override
  public Tensor backward(Tensor dout) {
    dout.requireColumns(width, "LayerNorm.backward");
    Columns.sum(dout, beta.gradient());
    Columns.sumOfProducts(dout, xn, gamma.gradient());
    Tensor dx = workspace.like(xn);
    double[] dxn = dx.values();
    for (int i = 0; i < dout.rows(); i++) {
      int row = i * width;
      weigh(dout.values(), gamma.values(), xn.values(), row, dxn, terms);
      if (std[i] < BatchNorm.HUGE) {
        double mean = PairwiseSum.of(dxn, row, width) / width;
        double along = PairwiseSum.of(terms, 0, width) / width;
        combine(row, mean, along, std[i], xn.values(), dxn);
      } else {
        chain(row, std[i], dxn);
      }
    }
    return dx;
  }

  /** {@code dxn = gamma * dout} of a sample, and {@code dxn * xn} in {@code terms}. */
  static void weigh(
      double[] dout, double[] gamma, double[] xn, int row, double[] dxn, double[] terms) {
    for (int j = 0; j < gamma.length; j++) {
      double d = gamma[j] * dout[row + j];
      dxn[row + j] = d;
      terms[j] = d * xn[row + j];
    }
  }

  private void combine(int row, double mean, double along, double rowStd, double[] xn, double[] d) {
    for (int j = 0; j < width; j++) {
      d[row + j] = (d[row + j] - mean - xn[row + j] * along) / rowStd;
    }
  }

  /**
   * {@code dx} from {@code dxn} in place, term by term as {@link BatchNormChain} has it:
   *
   * <pre>
   * dstd   = -sum(dxn * xc / std^2)
   * dvar   = 0.5 * dstd / std
   * dxc    = dxn / std + 2/D * xc * dvar
   * dx     = dxc - sum(dxc) / D
   * </pre>
   */
  private void chain(int row, double rowStd, double[] d) {
    for (int j = 0; j < width; j++) {
      terms[j] = d[row + j] * xc[row + j] / (rowStd * rowStd);
    }
    double dvar = 0.5 * -PairwiseSum.of(terms, 0, width) / rowStd;
    for (int j = 0; j < width; j++) {
      d[row + j] = d[row + j] / rowStd + 2.0 / width * xc[row + j] * dvar;
    }
    double dmu = PairwiseSum.of(d, row, width);
    for (int j = 0; j < width; j++) {
      d[row + j] -= dmu / width;
    }
  }

  /** The same as {@link #forward}: a sample's statistics are its own. */
  @Override
  public Tensor evaluate(Tensor x) {
    return forward(x);
  }
}
