package org.bnsweep.blas;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import java.util.Set;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Matrix products by OpenBLAS, {@code c = alpha op(a) op(b) + beta c}, of matrices stored row by
 * row; {@code op} is the matrix or its transpose.
 *
 * <p>With AVX-512 OpenBLAS has a second way for products of up to 1e6 multiplications, which packs
 * nothing and takes two thirds of the time of the first at the shapes of training. Larger products
 * are cut into pieces of that size, along all three of their dimensions, for the kernels where this
 * was measured to pay ({@code docs/performance.md}).
 */
public final class Gemm {
  /** Kernels with the second way, as OpenBLAS names them. */
  private static final Set<String> CUT_FOR = Set.of("SkylakeX", "Cooperlake");

  private static final boolean CUTS = CUT_FOR.contains(OpenBlas.ofThisProcess().kernel());

  /** Multiplications that still go the second way. */
  private static final long MOST = 1_000_000;

  /** Rows and columns of a piece, so that its sums are at least as long. */
  private static final int SIDE = 100;

  /** A product of two matrices added to a third, as the methods of this class are. */
  @FunctionalInterface
  public interface Product {
    void compute(
        int m,
        int n,
        int k,
        double alpha,
        DoublePointer a,
        DoublePointer b,
        double beta,
        DoublePointer c);
  }

  private Gemm() {}

  /**
   * {@code c = alpha a b + beta c}.
   *
   * @param a {@code [m, k]}
   * @param b {@code [k, n]}
   * @param c {@code [m, n]}
   */
  public static void product(
      int m,
      int n,
      int k,
      double alpha,
      DoublePointer a,
      DoublePointer b,
      double beta,
      DoublePointer c) {
    wholeOrCut(CblasNoTrans, m, n, k, alpha, a, k, b, beta, c);
  }

  /**
   * {@code c = alpha a^T b + beta c}.
   *
   * @param a {@code [k, m]}
   * @param b {@code [k, n]}
   * @param c {@code [m, n]}
   */
  public static void transposedProduct(
      int m,
      int n,
      int k,
      double alpha,
      DoublePointer a,
      DoublePointer b,
      double beta,
      DoublePointer c) {
    wholeOrCut(CblasTrans, m, n, k, alpha, a, m, b, beta, c);
  }

  /**
   * {@code c = alpha a b^T + beta c}. Never in pieces: the second way is no faster here.
   *
   * @param a {@code [m, k]}
   * @param b {@code [n, k]}
   * @param c {@code [m, n]}
   */
  public static void productWithTransposed(
      int m,
      int n,
      int k,
      double alpha,
      DoublePointer a,
      DoublePointer b,
      double beta,
      DoublePointer c) {
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, alpha, a, k, b, k, beta, c, n);
  }

  private static void wholeOrCut(
      int transA,
      int m,
      int n,
      int k,
      double alpha,
      DoublePointer a,
      int rowOfA,
      DoublePointer b,
      double beta,
      DoublePointer c) {
    if (CUTS && (long) m * n * k > MOST) {
      pieces(transA, m, n, k, alpha, a, rowOfA, b, beta, c);
    } else {
      cblas_dgemm(CblasRowMajor, transA, CblasNoTrans, m, n, k, alpha, a, rowOfA, b, n, beta, c, n);
    }
  }

  /**
   * A product piece by piece, with any kernel.
   *
   * @param transA whether a is transposed, in CBLAS' words
   * @param rowOfA the length of a row of a as it is stored
   */
  static void pieces(
      int transA,
      int m,
      int n,
      int k,
      double alpha,
      DoublePointer a,
      int rowOfA,
      DoublePointer b,
      double beta,
      DoublePointer c) {
    int rows = piece(m, SIDE);
    int columns = piece(n, SIDE);
    int depth = piece(k, (int) Math.min(k, MOST / ((long) rows * columns)));
    Cursor partOfA = new Cursor();
    Cursor partOfB = new Cursor();
    Cursor partOfC = new Cursor();
    for (int i = 0; i < m; i += rows) {
      for (int j = 0; j < n; j += columns) {
        partOfC.moveTo(c, (long) i * n + j);
        for (int p = 0; p < k; p += depth) {
          partOfA.moveTo(a, transA == CblasTrans ? (long) p * rowOfA + i : (long) i * rowOfA + p);
          partOfB.moveTo(b, (long) p * n + j);
          cblas_dgemm(
              CblasRowMajor,
              transA,
              CblasNoTrans,
              Math.min(rows, m - i),
              Math.min(columns, n - j),
              Math.min(depth, k - p),
              alpha,
              partOfA,
              rowOfA,
              partOfB,
              n,
              p == 0 ? beta : 1,
              partOfC,
              n);
        }
      }
    }
  }

  /**
   * The length of the fewest pieces of nearly one length, each at most {@code most}, of a whole.
   */
  static int piece(int whole, int most) {
    int count = (whole - 1) / most + 1;
    return (whole - 1) / count + 1;
  }

  /** A pointer into somebody else's memory, which is lighter than JavaCPP's own: no deallocator. */
  private static final class Cursor extends DoublePointer {
    Cursor() {
      super((Pointer) null);
    }

    /** Points to element {@code offset} of {@code base}, which must outlive its use. */
    void moveTo(DoublePointer base, long offset) {
      address = base.address();
      position(base.position() + offset);
    }
  }
}
