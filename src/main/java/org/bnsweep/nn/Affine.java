package org.bnsweep.nn;

import java.util.Arrays;

/**
 * A fully connected layer, {@code out = x W + b}.
 *
 * <p>Shapes: x {@code [N, K]} or {@code [N, C, H, W]} with {@code C*H*W = K}, W {@code [K, D]}, b
 * {@code [D]}, out {@code [N, D]}; {@code backward} gives dx in the shape of x. (Deep Learning from
 * Scratch, chapter 5.)
 *
 * <p>W, x and dout live off-heap for OpenBLAS; the element-wise work is done on the heap.
 */
public final class Affine implements Layer, AutoCloseable {
  private final int inputs;
  private final int outputs;
  private final WeightMatrix weights;
  private final VectorParameter bias;

  private final Matrix xCopy;
  private final Matrix z;
  private final Matrix d;
  private final Matrix dx;
  private final TensorBuffer out = new TensorBuffer();
  private final TensorBuffer dxOut = new TensorBuffer();

  private Matrix x;
  private Tensor shapeOfX;

  /**
   * All weights and biases 0.
   *
   * @param index of the layer in its network, from 1: the number in the names {@code W1}, {@code
   *     b1}
   * @param inputs K, at least 1
   * @param outputs D, at least 1
   * @param weightDecay lambda, 0 and up
   */
  public Affine(int index, int inputs, int outputs, double weightDecay) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = new WeightMatrix("W" + index, inputs, outputs, weightDecay);
    this.bias = new VectorParameter("b" + index, outputs);
    this.xCopy = new Matrix(1, inputs);
    this.z = new Matrix(1, outputs);
    this.d = new Matrix(1, outputs);
    this.dx = new Matrix(1, inputs);
    this.x = xCopy;
    this.shapeOfX = Tensor.of(new double[inputs], 1, inputs);
  }

  /** W, {@code [K, D]}. */
  public WeightMatrix weights() {
    return weights;
  }

  /** b, {@code [D]}. */
  public VectorParameter bias() {
    return bias;
  }

  @Override
  public Tensor forward(Tensor input) {
    input.requireColumns(inputs, "Affine");
    shapeOfX = input;
    xCopy.resize(input.rows()).put(input.values());
    return forward(xCopy);
  }

  /**
   * As {@link #forward(Tensor)} for an input that is off-heap already and stays unchanged until
   * {@link #gradient}.
   */
  Tensor forward(Matrix input) {
    x = input;
    int n = input.rows();
    z.resize(n).product(input, weights.matrix());
    Tensor result = out.sized(n, outputs);
    z.get(result.values());
    Columns.add(bias.values(), result);
    return result;
  }

  @Override
  public Tensor backward(Tensor dout) {
    gradient(dout);
    dx.resize(d.rows()).productWithTransposed(d, weights.matrix());
    Tensor result = dxOut.like(shapeOfX);
    dx.get(result.values());
    return result;
  }

  /** {@link #backward} without dx: for the first layer of a network. */
  void gradient(Tensor dout) {
    dout.requireColumns(outputs, "Affine.backward");
    d.resize(dout.rows()).put(dout.values());
    Columns.sum(dout, bias.gradient());
    weights.gradientOf(x, d);
  }

  @Override
  public Tensor evaluate(Tensor input) {
    return forward(input);
  }

  /** Sets b to 0. */
  void resetBias() {
    Arrays.fill(bias.values(), 0.0);
  }

  @Override
  public void close() {
    weights.close();
    xCopy.close();
    z.close();
    d.close();
    dx.close();
  }
}
