package org.bnsweep.bench;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bnsweep.blas.Gemm;
import org.bnsweep.settings.Hyperparameters;
import org.bytedeco.javacpp.DoublePointer;

/**
 * The matrix products of one trial on made-up numbers, nothing between them. Its matrices lie as
 * those of training do: weights of each network, one batch for all, samples block by block,
 * activations of each layer.
 */
final class GemmFloor implements AutoCloseable {
  /** Rows of a pass over the samples; as many as training takes at a time. */
  private static final int BLOCK = 200;

  private final Gemm.Product product;
  private final Gemm.Product transposedProduct;
  private final int batch;
  private final int iterations;
  private final int perEpoch;
  private final int samples;
  private final int[] widths;
  private final DoublePointer allSamples;
  private final List<List<DoublePointer>> networks = new ArrayList<>();
  private final List<DoublePointer> activations = new ArrayList<>();
  private final List<DoublePointer> gradients = new ArrayList<>();

  private GemmFloor(
      Gemm.Product product,
      Gemm.Product transposedProduct,
      Hyperparameters h,
      int epochs,
      int samples,
      int inputs) {
    this.product = product;
    this.transposedProduct = transposedProduct;
    this.samples = samples;
    batch = h.batchSize();
    perEpoch = (samples + batch - 1) / batch;
    iterations = (epochs - 1) * perEpoch + 1;
    widths = new int[h.hidden().size() + 2];
    widths[0] = inputs;
    for (int l = 0; l < h.hidden().size(); l++) {
      widths[l + 1] = h.hidden().get(l);
    }
    widths[widths.length - 1] = 10;
    int rows = Math.max(batch, BLOCK);
    for (int l = 0; l < widths.length; l++) {
      activations.add(numbers(rows * widths[l]));
      gradients.add(numbers(rows * widths[l]));
    }
    for (int network = 0; network < 2; network++) {
      List<DoublePointer> weights = new ArrayList<>();
      for (int l = 1; l < widths.length; l++) {
        weights.add(numbers(widths[l - 1] * widths[l]));
      }
      networks.add(weights);
    }
    allSamples = numbers(samples * inputs);
  }

  /**
   * In the pieces that training cuts them into.
   *
   * @param epochs of the trial, 1 and up
   * @param samples it trains on
   * @param inputs of its networks: values of a sample that are not 0 in all samples
   */
  static GemmFloor asTraining(Hyperparameters h, int epochs, int samples, int inputs) {
    return new GemmFloor(Gemm::product, Gemm::transposedProduct, h, epochs, samples, inputs);
  }

  /** The same with one call of OpenBLAS for each, as a program has it that knows no better. */
  static GemmFloor whole(Hyperparameters h, int epochs, int samples, int inputs) {
    return new GemmFloor(
        (m, n, k, alpha, a, b, beta, c) ->
            cblas_dgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, alpha, a, k, b, n, beta, c, n),
        (m, n, k, alpha, a, b, beta, c) ->
            cblas_dgemm(
                CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, alpha, a, m, b, n, beta, c, n),
        h,
        epochs,
        samples,
        inputs);
  }

  private static DoublePointer numbers(int count) {
    return new DoublePointer(new Random(count).doubles(count, -1e-3, 1e-3).toArray());
  }

  /**
   * Both networks: forward, back and update for every batch, forward over all samples for every
   * epoch.
   */
  void run() {
    for (int i = 0; i < iterations; i++) {
      for (List<DoublePointer> weights : networks) {
        forward(batch, activations.get(0), weights);
        backward(weights);
        if (i % perEpoch == 0) {
          for (int first = 0; first < samples; first += BLOCK) {
            allSamples.position((long) first * widths[0]);
            forward(Math.min(BLOCK, samples - first), allSamples, weights);
          }
        }
      }
    }
  }

  private void forward(int n, DoublePointer input, List<DoublePointer> weights) {
    for (int l = 1; l < widths.length; l++) {
      int k = widths[l - 1];
      int d = widths[l];
      product.compute(
          n,
          d,
          k,
          1,
          l == 1 ? input : activations.get(l - 1),
          weights.get(l - 1),
          0,
          gradients.get(l));
    }
  }

  private void backward(List<DoublePointer> weights) {
    for (int l = widths.length - 1; l > 0; l--) {
      int k = widths[l - 1];
      int d = widths[l];
      if (l > 1) {
        Gemm.productWithTransposed(
            batch, k, d, 1, activations.get(l), weights.get(l - 1), 0, gradients.get(l - 1));
      }
      transposedProduct.compute(
          k, d, batch, -1e-9, activations.get(l - 1), activations.get(l), 1, weights.get(l - 1));
    }
  }

  @Override
  public void close() {
    networks.forEach(weights -> weights.forEach(DoublePointer::close));
    allSamples.position(0).close();
    activations.forEach(DoublePointer::close);
    gradients.forEach(DoublePointer::close);
  }
}
