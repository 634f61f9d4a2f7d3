package org.bnsweep.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Whole numbers 0 to 255, a byte each, so that a broadcast of 60,000 images of MNIST is 47 MB;
 * whoever computes with them widens them with {@link #at}.
 */
public final class ByteValues implements Values {
  private static final long serialVersionUID = 1L;

  /** What a byte v stands for. */
  public enum Meaning {
    /** {@code float32(v / 255)} widened to double: a pixel from 0 to 1. */
    PIXEL,
    /** v itself. */
    NUMBER
  }

  private final byte[] bytes;
  private final Meaning meaning;

  /** Takes over {@code bytes}. */
  public ByteValues(byte[] bytes, Meaning meaning) {
    this.bytes = bytes;
    this.meaning = meaning;
  }

  /** Takes over {@code bytes}, which are pixels. */
  public static ByteValues pixels(byte... bytes) {
    return new ByteValues(bytes, Meaning.PIXEL);
  }

  @Override
  public int size() {
    return bytes.length;
  }

  @Override
  public double at(int index) {
    int v = bytes[index] & 0xff;
    return meaning == Meaning.PIXEL ? PIXELS[v] : v;
  }

  /** What a byte stands for. */
  public Meaning meaning() {
    return meaning;
  }

  /** {@code other} bytes, meaning what these do. */
  public ByteValues likewise(ByteValues other) {
    return other.as(meaning);
  }

  /** The same bytes, meaning something else. */
  public ByteValues as(Meaning other) {
    return new ByteValues(bytes, other);
  }

  /** The bytes as real numbers. */
  public RealValues reals() {
    double[] reals = new double[bytes.length];
    Arrays.setAll(reals, i -> bytes[i] & 0xff);
    return new RealValues(reals);
  }

  @Override
  public ByteValues rows(int features, int[] rows) {
    byte[] chosen = new byte[rows.length * features];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(bytes, rows[i] * features, chosen, i * features, features);
    }
    return new ByteValues(chosen, meaning);
  }

  @Override
  public ByteValues columns(int features, int[] from) {
    int count = bytes.length / features;
    byte[] other = new byte[Math.multiplyExact(count, from.length)];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < from.length; j++) {
        if (from[j] != ZERO) {
          other[i * from.length + j] = bytes[i * features + from[j]];
        }
      }
    }
    return new ByteValues(other, meaning);
  }

  @Override
  public long bytes() {
    return bytes.length;
  }

  @Override
  public void addTo(MessageDigest digest) {
    digest.update(bytes);
    // Pixels were there first, and their checksums are in ledgers.
    if (meaning == Meaning.NUMBER) {
      digest.update("bytes as numbers".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public String words() {
    return meaning == Meaning.PIXEL ? "bytes v as v/255" : "bytes as they are";
  }

  private static final double[] PIXELS = pixels();

  private static double[] pixels() {
    double[] table = new double[256];
    for (int v = 0; v < table.length; v++) {
      table[v] = v / 255f;
    }
    return table;
  }
}
