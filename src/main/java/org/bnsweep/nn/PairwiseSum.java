package org.bnsweep.nn;

/**
 * NumPy's sum over contiguous doubles: eight running sums, combined in pairs, and blocks of at most
 * 128 (Higham 1993; numpy's {@code pairwise_sum}). The order matters where two logits differ in the
 * last bit only.
 */
final class PairwiseSum {
  private static final int LANES = 8;
  private static final int BLOCK = 128;

  private PairwiseSum() {}

  /** Sum of {@code count} elements from {@code from} on. */
  static double of(double[] x, int from, int count) {
    if (count < LANES) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += x[from + i];
      }
      return sum;
    }
    if (count > BLOCK) {
      int half = count / 2;
      half -= half % LANES;
      return of(x, from, half) + of(x, from + half, count - half);
    }
    return block(x, from, count);
  }

  private static double block(double[] x, int from, int count) {
    double a = x[from];
    double b = x[from + 1];
    double c = x[from + 2];
    double d = x[from + 3];
    double e = x[from + 4];
    double f = x[from + 5];
    double g = x[from + 6];
    double h = x[from + 7];
    int i = LANES;
    for (; i < count - count % LANES; i += LANES) {
      a += x[from + i];
      b += x[from + i + 1];
      c += x[from + i + 2];
      d += x[from + i + 3];
      e += x[from + i + 4];
      f += x[from + i + 5];
      g += x[from + i + 6];
      h += x[from + i + 7];
    }
    double sum = ((a + b) + (c + d)) + ((e + f) + (g + h));
    for (; i < count; i++) {
      sum += x[from + i];
    }
    return sum;
  }
}
