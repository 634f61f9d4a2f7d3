package org.bnsweep.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.stream.IntStream;

/** Samples with their labels: values {@code [N, features]}, labels {@code [N]}. Immutable. */
public final class Samples implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int features;
  private final Values values;
  private final Labels labels;

  /**
   * @throws IllegalArgumentException if the lengths do not fit
   */
  public Samples(int features, Values values, Labels labels) {
    if (features < 1 || values.size() != (long) features * labels.count()) {
      throw new IllegalArgumentException(
          "samples have "
              + values.size()
              + " values, expected ["
              + labels.count()
              + ", "
              + features
              + "]");
    }
    this.features = features;
    this.values = values;
    this.labels = labels;
  }

  /** No samples, for a run without a test set. */
  public static Samples none(int features, int classes) {
    return new Samples(features, ByteValues.pixels(), Labels.of(classes));
  }

  /** Samples N. */
  public int count() {
    return labels.count();
  }

  /** Values of one sample, 784 for MNIST. */
  public int features() {
    return features;
  }

  /** Classes there are, 10 for MNIST. */
  public int classes() {
    return labels.classes();
  }

  /** Value {@code column} of sample {@code row} as the experiment sees it. */
  public double value(int row, int column) {
    return values.at(row * features + column);
  }

  /** Label of sample {@code row}, 0 to {@link #classes()} - 1. */
  public int label(int row) {
    return labels.at(row);
  }

  /** All values. */
  public Values values() {
    return values;
  }

  /** All labels. */
  public Labels labels() {
    return labels;
  }

  /** The samples with these numbers, in this order. */
  public Samples rows(int[] rows) {
    int[] chosen = IntStream.of(rows).map(labels::at).toArray();
    return new Samples(features, values.rows(features, rows), Labels.of(classes(), chosen));
  }

  /** Bytes that travel. */
  public long bytes() {
    return values.bytes() + labels.bytes();
  }

  /** Adds count, features, values and labels to {@code digest}. */
  void addTo(MessageDigest digest) {
    digest.update(ByteBuffer.allocate(8).putInt(count()).putInt(features).array());
    values.addTo(digest);
    labels.addTo(digest);
  }
}
