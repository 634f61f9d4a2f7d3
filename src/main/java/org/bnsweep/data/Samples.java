package org.bnsweep.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Images with their labels, as the bytes of the IDX files: pixels {@code [N, features]}, row by
 * row, 0 to 255; labels {@code [N]}, 0 to 9.
 *
 * <p>Bytes and not doubles, so that a broadcast of 60,000 samples is 47 MB; whoever computes with
 * them widens them with {@link #pixel}. Immutable: the arrays are owned by this object from
 * construction on.
 */
@SuppressWarnings("serial")
public final class Samples implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Classes of MNIST, labels 0 to 9. */
  public static final int CLASSES = 10;

  private final int count;
  private final int features;
  private final byte[] pixels;
  private final byte[] labels;

  /**
   * Takes over both arrays.
   *
   * @throws IllegalArgumentException if the lengths do not fit or a label is not in 0..9
   */
  public Samples(int features, byte[] pixels, byte[] labels) {
    if (features < 1 || pixels.length != (long) features * labels.length) {
      throw new IllegalArgumentException(
          "pixels have "
              + pixels.length
              + " values, expected ["
              + labels.length
              + ", "
              + features
              + "]");
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= CLASSES) {
        throw new IllegalArgumentException(
            "label " + (labels[i] & 0xff) + " of sample " + i + " is not in 0..9");
      }
    }
    this.count = labels.length;
    this.features = features;
    this.pixels = pixels;
    this.labels = labels;
  }

  /** No samples, for a run without a test set. */
  public static Samples none(int features) {
    return new Samples(features, new byte[0], new byte[0]);
  }

  /** Samples N. */
  public int count() {
    return count;
  }

  /** Pixels of one sample, 784 for MNIST. */
  public int features() {
    return features;
  }

  /**
   * Pixel {@code column} of sample {@code row} as the experiment sees it: {@code float32(v / 255)}
   * widened to double.
   */
  public double pixel(int row, int column) {
    return WIDENED[pixels[row * features + column] & 0xff];
  }

  /** The raw byte of pixel {@code column} of sample {@code row}, 0 to 255. */
  public int rawPixel(int row, int column) {
    return pixels[row * features + column] & 0xff;
  }

  /** Label of sample {@code row}, 0 to 9. */
  public int label(int row) {
    return labels[row];
  }

  /** The first {@code n} samples; {@code n} is at most {@link #count()}. */
  public Samples first(int n) {
    if (n < 0 || n > count) {
      throw new IllegalArgumentException("first " + n + " of " + count + " samples");
    }
    return n == count
        ? this
        : new Samples(features, Arrays.copyOf(pixels, n * features), Arrays.copyOf(labels, n));
  }

  /** Adds count, features, pixels and labels to {@code digest}. */
  void addTo(MessageDigest digest) {
    digest.update(ByteBuffer.allocate(8).putInt(count).putInt(features).array());
    digest.update(pixels);
    digest.update(labels);
  }

  private static final double[] WIDENED = widened();

  private static double[] widened() {
    double[] table = new double[256];
    for (int v = 0; v < table.length; v++) {
      table[v] = v / 255f;
    }
    return table;
  }
}
