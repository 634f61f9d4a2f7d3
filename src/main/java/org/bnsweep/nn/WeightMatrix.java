package org.bnsweep.nn;

/**
 * The weights of an affine layer, W {@code [K, D]}, off-heap.
 *
 * <p>Its gradient {@code x^T d + lambda W} is not computed by {@code backward}: {@link #descend}
 * folds it into the update, one gemm for both; {@link #readGradient} computes it for optimizers
 * that need the numbers. Both rely on the x and d of the last {@code backward}.
 */
public final class WeightMatrix implements Parameter, AutoCloseable {
  private final String name;
  private final double weightDecay;
  private final Matrix matrix;
  private Matrix gradient;
  private double squaresElsewhere;
  private Matrix x;
  private Matrix d;

  WeightMatrix(String name, int inputs, int outputs, double weightDecay) {
    this.name = name;
    this.weightDecay = weightDecay;
    this.matrix = new Matrix(inputs, outputs);
    matrix.put(new double[Math.multiplyExact(inputs, outputs)]);
    this.x = matrix;
    this.d = matrix;
    this.gradient = matrix;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return matrix.rows() * matrix.columns();
  }

  Matrix matrix() {
    return matrix;
  }

  /**
   * The Euclidean norm, also over the weights of inputs that the network leaves out because they
   * are always 0: their gradient is 0 and they stay as they were drawn.
   */
  public double norm() {
    return Math.sqrt(matrix.sumOfSquares() + squaresElsewhere);
  }

  /** Sets the sum of squares of the weights that are not in the matrix. */
  void squaresElsewhere(double sum) {
    squaresElsewhere = sum;
  }

  void gradientOf(Matrix input, Matrix dout) {
    x = input;
    d = dout;
  }

  @Override
  public void read(double[] out) {
    matrix.get(out);
  }

  @Override
  public void write(double[] values) {
    matrix.put(values);
  }

  @Override
  public void readGradient(double[] out) {
    computeGradient();
    gradient.get(out);
  }

  /** The Euclidean norm of the gradient. */
  public double gradientNorm() {
    computeGradient();
    return Math.sqrt(gradient.sumOfSquares());
  }

  private void computeGradient() {
    if (gradient == matrix) {
      gradient = new Matrix(matrix.rows(), matrix.columns());
    }
    if (weightDecay != 0) {
      gradient.copy(matrix);
    }
    gradient.accumulateTransposedProduct(1, x, d, weightDecay);
  }

  @Override
  public void descend(double rate) {
    matrix.accumulateTransposedProduct(-rate, x, d, 1 - rate * weightDecay);
  }

  /** {@code lambda/2 * sum(W^2)}, this layer's part of the loss. */
  double penalty() {
    return weightDecay == 0 ? 0 : 0.5 * weightDecay * matrix.sumOfSquares();
  }

  @Override
  public void close() {
    if (gradient != matrix) {
      gradient.close();
    }
    matrix.close();
  }
}
