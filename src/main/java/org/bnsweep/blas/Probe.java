package org.bnsweep.blas;

import static org.bytedeco.openblas.global.openblas.cblas_ddot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;
import org.bytedeco.javacpp.DoublePointer;

/**
 * A fixed computation whose bits tell how this process computes: products of the shapes of training
 * and of odd ones, sums of products, exponentials and logarithms.
 *
 * <p>Two processes with the same {@link #hash} train every trial to the same bits, or so it is
 * taken. It has to be quick in a JVM that has just started: no loop over all elements runs in Java,
 * and each result goes through a CRC, which is native code, before the hash.
 */
final class Probe {
  private static final int ROWS = 120;
  private static final int INPUTS = 609;
  private static final int WIDTH = 100;
  private static final int CLASSES = 10;
  private static final int HEX_DIGITS = 12;

  /**
   * Different enough from each other that their sums round; a prime, to be tiled without period.
   */
  private static final int VALUES = 1021;

  private final MessageDigest digest = DigestUtils.getSha256Digest();

  private Probe() {}

  /** 12 hexadecimal digits. */
  static String hash() {
    Probe probe = new Probe();
    try (DoublePointer x = matrix(ROWS, INPUTS);
        DoublePointer w = matrix(INPUTS, WIDTH);
        DoublePointer d = matrix(ROWS, WIDTH);
        DoublePointer v = matrix(WIDTH, WIDTH)) {
      probe.add(Gemm::product, ROWS, WIDTH, INPUTS, 1, x, w, 0);
      probe.add(Gemm::product, WIDTH, WIDTH, WIDTH, 1, d, v, 0);
      probe.add(Gemm::product, WIDTH, CLASSES, WIDTH, 1, d, v, 0);
      probe.add(Gemm::transposedProduct, INPUTS, WIDTH, WIDTH, -0.01, x, d, 0.9999);
      probe.add(Gemm::transposedProduct, WIDTH, CLASSES, WIDTH, -0.01, v, d, 1);
      probe.add(Gemm::productWithTransposed, WIDTH, WIDTH, CLASSES, 1, d, v, 0);
      probe.add(Gemm::productWithTransposed, WIDTH, WIDTH, WIDTH, 1, d, v, 0);
      probe.add(Gemm::product, 37, 53, 409, 1, x, w, 0);
      probe.add(Gemm::productWithTransposed, 3, 7, 31, 1, x, w, 0);
      probe.add(Gemm::transposedProduct, 17, 5, 129, 1, x, w, 0.5);
      probe.add(cblas_ddot(INPUTS * WIDTH, w, 1, w, 1));
    }
    ByteBuffer functions = ByteBuffer.allocate(3 * VALUES * Double.BYTES);
    for (double value : values()) {
      functions.putDouble(Math.exp(value));
      functions.putDouble(Math.log(Math.abs(value)));
      functions.putDouble(Math.sqrt(Math.abs(value)));
    }
    probe.add(functions.flip());
    return HexFormat.of().formatHex(probe.digest.digest()).substring(0, HEX_DIGITS);
  }

  /** Adds the bits of a product, {@code [m, n]}. */
  private void add(
      Gemm.Product product,
      int m,
      int n,
      int k,
      double alpha,
      DoublePointer a,
      DoublePointer b,
      double beta) {
    try (DoublePointer c = matrix(m, n)) {
      product.compute(m, n, k, alpha, a, b, beta, c);
      add(c.position(0).limit((long) m * n).asByteBuffer());
    }
  }

  private void add(ByteBuffer results) {
    CRC32 crc = new CRC32();
    crc.update(results);
    add(crc.getValue());
  }

  private void add(double value) {
    add(Double.doubleToLongBits(value));
  }

  private void add(long value) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
  }

  /** Off-heap, filled with {@link #values} again and again. */
  private static DoublePointer matrix(int rows, int columns) {
    int size = rows * columns;
    double[] values = values();
    DoublePointer matrix = new DoublePointer(size);
    for (int i = 0; i < size; i += VALUES) {
      matrix.position(i).put(values, 0, Math.min(VALUES, size - i));
    }
    return matrix.position(0);
  }

  /** Between -1 and 1, none of them 0: the fractions of the multiples of an irrational number. */
  private static double[] values() {
    double[] values = new double[VALUES];
    double multiple = 0;
    for (int i = 0; i < VALUES; i++) {
      multiple += 0.6180339887498949;
      values[i] = 2 * (multiple - Math.floor(multiple)) - 1;
    }
    return values;
  }
}
