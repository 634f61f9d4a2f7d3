package org.bnsweep.nn;

/**
 * What logits {@code [N, classes]} answer: the class of the largest, as NumPy's {@code argmax} has
 * it.
 */
public final class Predictions {
  private Predictions() {}

  /** Class of row {@code row}: the first of the largest; the first NaN where there is one. */
  public static int answer(Tensor logits, int row) {
    int classes = logits.columns();
    double[] v = logits.values();
    int from = row * classes;
    int best = 0;
    for (int k = 0; k < classes; k++) {
      if (Double.isNaN(v[from + k])) {
        return k;
      }
      if (v[from + k] > v[from + best]) {
        best = k;
      }
    }
    return best;
  }

  /** How many rows answer their label; row i has label {@code labels[first + i]}. */
  public static int correct(Tensor logits, int[] labels, int first) {
    int correct = 0;
    for (int i = 0; i < logits.rows(); i++) {
      if (answer(logits, i) == labels[first + i]) {
        correct++;
      }
    }
    return correct;
  }

  /** Whether no logit is NaN or infinite. */
  public static boolean finite(Tensor logits) {
    double[] v = logits.values();
    for (int i = 0; i < logits.size(); i++) {
      if (!Double.isFinite(v[i])) {
        return false;
      }
    }
    return true;
  }
}
