package org.bnsweep.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * The classes of samples, {@code [N]}, each 0 to {@link #classes()} - 1, in a byte where 256
 * classes suffice and else in two.
 */
public final class Labels implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More classes than this are refused: they would be no classes. */
  public static final int MOST_CLASSES = 65_536;

  private static final int CLASSES_OF_A_BYTE = 256;

  private final int classes;
  private final byte[] bytes;

  private Labels(int classes, byte[] bytes) {
    this.classes = classes;
    this.bytes = bytes;
  }

  /**
   * Labels of {@code classes} classes, 1 to {@value #MOST_CLASSES}.
   *
   * @throws IllegalArgumentException if a label is outside, naming it and its sample
   */
  public static Labels of(int classes, int... labels) {
    if (classes < 1 || classes > MOST_CLASSES) {
      throw new IllegalArgumentException(
          "classes are " + classes + ", must be 1 to " + MOST_CLASSES);
    }
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(width(classes), labels.length));
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label " + labels[i] + " of sample " + i + " is not in 0.." + (classes - 1));
      }
      if (width(classes) == 1) {
        bytes.put((byte) labels[i]);
      } else {
        bytes.putChar((char) labels[i]);
      }
    }
    return new Labels(classes, bytes.array());
  }

  private static int width(int classes) {
    return classes <= CLASSES_OF_A_BYTE ? 1 : 2;
  }

  /** Classes there are, whether each has a sample or not. */
  public int classes() {
    return classes;
  }

  /** Samples N. */
  public int count() {
    return bytes.length / width(classes);
  }

  /** That of sample {@code row}. */
  public int at(int row) {
    return width(classes) == 1
        ? bytes[row] & 0xff
        : ((bytes[2 * row] & 0xff) << 8) | (bytes[2 * row + 1] & 0xff);
  }

  /** How many samples each class has. */
  public int[] counts() {
    int[] counts = new int[classes];
    for (int i = 0; i < count(); i++) {
      counts[at(i)]++;
    }
    return counts;
  }

  /** Bytes that travel. */
  long bytes() {
    return bytes.length;
  }

  void addTo(MessageDigest digest) {
    digest.update(bytes);
  }
}
