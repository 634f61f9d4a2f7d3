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
  private final Matrix d;
  private final Workspace workspace;

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
    this(index, inputs, outputs, weightDecay, new Workspace());
  }

  Affine(int index, int inputs, int outputs, double weightDecay, Workspace workspace) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.workspace = workspace;
    this.weights = new WeightMatrix("W" + index, inputs, outputs, weightDecay);
    this.bias = new VectorParameter("b" + index, outputs);
    this.xCopy = new Matrix(1, inputs);
    this.d = new Matrix(1, outputs);
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
    return product(input);
  }

  private Tensor product(Matrix input) {
    int n = input.rows();
    Matrix z = workspace.product(n, outputs);
    z.product(input, weights.matrix());
    Tensor out = workspace.sized(n, outputs);
    z.get(out.values());
    Columns.add(bias.values(), out);
    return out;
  }

  @Override
  public Tensor backward(Tensor dout) {
    gradient(dout);
    Matrix product = workspace.product(d.rows(), inputs);
    product.productWithTransposed(d, weights.matrix());
    Tensor dx = workspace.like(shapeOfX);
    product.get(dx.values());
    return dx;
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
    input.requireColumns(inputs, "Affine");
    Matrix copy = workspace.input(input.rows(), inputs);
    copy.put(input.values());
    return product(copy);
  }

  /** As {@link #evaluate(Tensor)} for an input that is off-heap already. */
  Tensor evaluate(Matrix input) {
    return product(input);
  }

  /** Sets b to 0. */
  void resetBias() {
    Arrays.fill(bias.values(), 0.0);
  }

  @Override
  public void close() {
    weights.close();
    xCopy.close();
    d.close();
    workspace.close();
  }
}
