package org.bnsweep.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Real numbers, all finite, float64. */
public final class RealValues implements Values {
  private static final long serialVersionUID = 1L;
  private static final int DIGESTED_AT_ONCE = 1024;

  private final double[] reals;

  /** Takes over {@code reals}. */
  public RealValues(double... reals) {
    this.reals = reals;
  }

  @Override
  public int size() {
    return reals.length;
  }

  @Override
  public double at(int index) {
    return reals[index];
  }

  @Override
  public RealValues rows(int features, int[] rows) {
    double[] chosen = new double[rows.length * features];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(reals, rows[i] * features, chosen, i * features, features);
    }
    return new RealValues(chosen);
  }

  @Override
  public RealValues columns(int features, int[] from) {
    int count = reals.length / features;
    double[] other = new double[Math.multiplyExact(count, from.length)];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < from.length; j++) {
        if (from[j] != ZERO) {
          other[i * from.length + j] = reals[i * features + from[j]];
        }
      }
    }
    return new RealValues(other);
  }

  @Override
  public long bytes() {
    return (long) Double.BYTES * reals.length;
  }

  @Override
  public void addTo(MessageDigest digest) {
    digest.update("float64".getBytes(StandardCharsets.US_ASCII));
    ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * DIGESTED_AT_ONCE);
    for (double real : reals) {
      buffer.putDouble(real);
      if (!buffer.hasRemaining()) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    digest.update(buffer.flip());
  }

  @Override
  public String words() {
    return "float64 as they are";
  }
}
