package org.bnsweep.bench;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bnsweep.settings.Hyperparameters;
import org.bytedeco.javacpp.DoublePointer;

/**
 * The matrix products of one trial on made-up numbers, nothing between them. Its matrices are the
 * same for both networks and every batch, and each layer has its own.
 */
final class GemmFloor implements AutoCloseable {
  /** Rows of a pass over the samples; as many as training takes at a time. */
  private static final int BLOCK = 200;

  private final int batch;
  private final int iterations;
  private final int perEpoch;
  private final int samples;
  private final int[] widths;
  private final List<DoublePointer> weights = new ArrayList<>();
  private final List<DoublePointer> activations = new ArrayList<>();
  private final List<DoublePointer> gradients = new ArrayList<>();

  /**
   * @param epochs of the trial, 1 and up
   * @param samples it trains on
   * @param inputs of its networks: values of a sample that are not 0 in all samples
   */
  GemmFloor(Hyperparameters h, int epochs, int samples, int inputs) {
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
      if (l > 0) {
        weights.add(numbers(widths[l - 1] * widths[l]));
      }
    }
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
      for (int network = 0; network < 2; network++) {
        forward(batch);
        backward();
        if (i % perEpoch == 0) {
          for (int first = 0; first < samples; first += BLOCK) {
            forward(Math.min(BLOCK, samples - first));
          }
        }
      }
    }
  }

  private void forward(int n) {
    for (int l = 1; l < widths.length; l++) {
      int k = widths[l - 1];
      int d = widths[l];
      cblas_dgemm(
          CblasRowMajor,
          CblasNoTrans,
          CblasNoTrans,
          n,
          d,
          k,
          1,
          activations.get(l - 1),
          k,
          weights.get(l - 1),
          d,
          0,
          gradients.get(l),
          d);
    }
  }

  private void backward() {
    for (int l = widths.length - 1; l > 0; l--) {
      int k = widths[l - 1];
      int d = widths[l];
      if (l > 1) {
        cblas_dgemm(
            CblasRowMajor,
            CblasNoTrans,
            CblasTrans,
            batch,
            k,
            d,
            1,
            activations.get(l),
            d,
            weights.get(l - 1),
            d,
            0,
            gradients.get(l - 1),
            k);
      }
      cblas_dgemm(
          CblasRowMajor,
          CblasTrans,
          CblasNoTrans,
          k,
          d,
          batch,
          -1e-9,
          activations.get(l - 1),
          k,
          activations.get(l),
          d,
          1,
          weights.get(l - 1),
          d);
    }
  }

  @Override
  public void close() {
    weights.forEach(DoublePointer::close);
    activations.forEach(DoublePointer::close);
    gradients.forEach(DoublePointer::close);
  }
}
