package org.bnsweep.nn;

import java.util.Arrays;
import java.util.List;

/**
 * Batch Normalization (Ioffe and Szegedy 2015, algorithm 1): {@code out = gamma * (x - mu) /
 * sqrt(var + epsilon) + beta}, with mean and variance over the N samples of the batch while
 * training, and their running averages in inference.
 *
 * <p>Shapes: x and out {@code [N, D]} or {@code [N, C, H, W]}; gamma, beta, mu, var {@code [D]}
 * with {@code D = C*H*W}: every activation is normalized on its own, as the book does it, not every
 * channel. The variance is the biased one, divided by N; a batch of 1 therefore answers beta.
 */
public final class BatchNorm implements NormLayer {
  /** From this deviation on products in the book's chain may overflow. */
  static final double HUGE = 1e70;

  private final int width;
  private final double epsilon;
  private final double momentum;
  private final VectorParameter gamma;
  private final VectorParameter beta;
  private final double[] runningMean;
  private final double[] runningVariance;

  private final double[] mu;
  private final double[] var;
  private final double[] std;
  private final double[] dstdPerSample;
  private final double[] scale;
  private final double[] slope;
  private final double[] shift;
  private final TensorBuffer xnBuffer = new TensorBuffer();
  private final Workspace workspace;
  private final BatchNormChain chain = new BatchNormChain();
  private Tensor xn = Tensor.of(new double[1], 1);
  private boolean huge;
  private boolean held;

  /**
   * Gamma 1, beta 0, running averages 0.
   *
   * @param index of the layer in its network, from 1: the number in {@code gamma1}, {@code beta1}
   * @param width D, at least 1
   * @param epsilon above 0; keeps the division defined
   * @param momentum weight of the old value in the running averages, in [0, 1)
   */
  BatchNorm(int index, int width, double epsilon, double momentum, Workspace workspace) {
    this.workspace = workspace;
    this.width = width;
    this.epsilon = epsilon;
    this.momentum = momentum;
    this.gamma = new VectorParameter("gamma" + index, width);
    this.beta = new VectorParameter("beta" + index, width);
    this.runningMean = new double[width];
    this.runningVariance = new double[width];
    this.mu = new double[width];
    this.var = new double[width];
    this.std = new double[width];
    this.dstdPerSample = new double[width];
    this.scale = new double[width];
    this.slope = new double[width];
    this.shift = new double[width];
    reset();
  }

  @Override
  public void reset() {
    Arrays.fill(gamma.values(), 1.0);
    Arrays.fill(beta.values(), 0.0);
    Arrays.fill(runningMean, 0.0);
    Arrays.fill(runningVariance, 0.0);
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

  /** Leaves the running averages as they are, whatever is trained, until {@link #release}. */
  void hold() {
    held = true;
  }

  /** Ends {@link #hold}. */
  void release() {
    held = false;
  }

  /** A copy of the running mean, {@code [D]}. */
  public double[] runningMean() {
    return runningMean.clone();
  }

  /** A copy of the running variance, {@code [D]}. */
  public double[] runningVariance() {
    return runningVariance.clone();
  }

  @Override
  public Tensor forward(Tensor x) {
    x.requireColumns(width, "BatchNorm");
    int n = x.rows();
    takeStatistics(x);
    if (!held) {
      moveAverages();
    }
    xn = xnBuffer.like(x);
    Tensor out = workspace.like(x);
    if (huge) {
      chain.normalize(x, mu, std, xn);
    } else {
      normalize(n, x.values(), mu, scale, xn.values());
    }
    scaleAndShift(n, xn.values(), gamma.values(), beta.values(), out.values());
    return out;
  }

  /** Mean, variance and standard deviation of each column, and whether one is {@link #HUGE}. */
  private void takeStatistics(Tensor x) {
    int n = x.rows();
    Columns.sum(x, mu);
    for (int j = 0; j < width; j++) {
      mu[j] /= n;
    }
    Columns.sumOfSquaredDeviations(x, mu, var);
    huge = false;
    for (int j = 0; j < width; j++) {
      var[j] /= n;
      std[j] = Math.sqrt(var[j] + epsilon);
      scale[j] = 1 / std[j];
      huge |= !(std[j] < HUGE);
    }
  }

  private void moveAverages() {
    for (int j = 0; j < width; j++) {
      runningMean[j] = momentum * runningMean[j] + (1 - momentum) * mu[j];
      runningVariance[j] = momentum * runningVariance[j] + (1 - momentum) * var[j];
    }
  }

  /** {@code xn = (x - mu) * scale}. */
  private void normalize(int n, double[] x, double[] mu, double[] scale, double[] xn) {
    for (int i = 0; i < n; i++) {
      int row = i * width;
      for (int j = 0; j < width; j++) {
        xn[row + j] = (x[row + j] - mu[j]) * scale[j];
      }
    }
  }

  /** {@code out = gamma * xn + beta}. */
  private void scaleAndShift(int n, double[] xn, double[] gamma, double[] beta, double[] out) {
    for (int i = 0; i < n; i++) {
      int row = i * width;
      for (int j = 0; j < width; j++) {
        out[row + j] = gamma[j] * xn[row + j] + beta[j];
      }
    }
  }

  /**
   * The book's chain, with what is constant over a column taken out of the loop over the samples:
   *
   * <pre>
   * dbeta  = sum(dout)                      dgamma = sum(xn * dout)
   * dxn    = gamma * dout
   * dstd   = -sum(dxn * xc / std^2)         = -gamma * dgamma / std
   * dvar   = 0.5 * dstd / std
   * dxc    = dxn / std + 2/N * xc * dvar
   * dmu    = sum(dxc)                       = gamma * dbeta / std, since sum(xc) = 0
   * dx     = dxc - dmu / N                  = slope * dout + dstd/N * xn + shift
   * </pre>
   *
   * <p>Where a deviation is so large that the terms of the chain overflow, it is the chain itself.
   */
  @Override
  public Tensor backward(Tensor dout) {
    dout.requireColumns(width, "BatchNorm.backward");
    int n = dout.rows();
    double[] dbeta = beta.gradient();
    double[] dgamma = gamma.gradient();
    Columns.sum(dout, dbeta);
    Columns.sumOfProducts(dout, xn, dgamma);
    double[] g = gamma.values();
    if (huge) {
      Tensor dx = workspace.like(xn);
      chain.backward(dout, g, std, dx);
      return dx;
    }
    for (int j = 0; j < width; j++) {
      double dstd = -g[j] * dgamma[j] / std[j];
      slope[j] = g[j] / std[j];
      dstdPerSample[j] = dstd / n;
      double dmu = slope[j] * dbeta[j];
      shift[j] = -dmu / n;
    }
    Tensor dx = workspace.like(xn);
    combine(n, dout.values(), xn.values(), dstdPerSample, dx.values());
    return dx;
  }

  private void combine(int n, double[] dout, double[] xn, double[] dstd, double[] dx) {
    for (int i = 0; i < n; i++) {
      int row = i * width;
      for (int j = 0; j < width; j++) {
        dx[row + j] = slope[j] * dout[row + j] + dstd[j] * xn[row + j] + shift[j];
      }
    }
  }

  @Override
  public Tensor evaluate(Tensor x) {
    x.requireColumns(width, "BatchNorm");
    for (int j = 0; j < width; j++) {
      scale[j] = 1 / Math.sqrt(runningVariance[j] + epsilon);
    }
    Tensor out = workspace.like(x);
    infer(x.rows(), x.values(), gamma.values(), beta.values(), out.values());
    return out;
  }

  /** {@code out = gamma * (x - running mean) * scale + beta}. */
  private void infer(int n, double[] x, double[] gamma, double[] beta, double[] out) {
    for (int i = 0; i < n; i++) {
      int row = i * width;
      for (int j = 0; j < width; j++) {
        out[row + j] = gamma[j] * ((x[row + j] - runningMean[j]) * scale[j]) + beta[j];
      }
    }
  }
}
