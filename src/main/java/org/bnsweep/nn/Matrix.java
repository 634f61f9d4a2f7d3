package org.bnsweep.nn;

import static org.bytedeco.openblas.global.openblas.cblas_ddot;

import org.bnsweep.blas.Gemm;
import org.bnsweep.blas.OffHeapMemory;
import org.bnsweep.blas.OpenBlas;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An off-heap matrix of doubles, {@code [rows, columns]} row by row, where OpenBLAS can reach it.
 *
 * <p>ND4J owns the memory; products go to {@link Gemm}, into matrices that exist already, because
 * ND4J's own calls allocate or cost as much as the product itself at these sizes. Not thread-safe;
 * concurrent reads are.
 */
public final class Matrix implements AutoCloseable {
  private int columns;
  private int rows;
  private OffHeapMemory<INDArray> memory;
  private DoublePointer pointer;
  private long capacity;

  /** Uninitialized memory for {@code rows * columns} doubles, both at least 1. */
  public Matrix(int rows, int columns) {
    this.columns = columns;
    this.rows = rows;
    this.capacity = (long) rows * columns;
    this.memory = allocate(rows, columns);
    this.pointer = pointer(memory);
  }

  private Matrix(Matrix source, int firstRow, int rows) {
    this.columns = source.columns;
    this.rows = rows;
    this.capacity = (long) rows * columns;
    this.memory = source.memory;
    this.pointer = source.pointer.getPointer(DoublePointer.class, (long) firstRow * columns);
  }

  /**
   * {@code count} rows from {@code first} on, sharing this memory; must not be closed, resized or
   * outlive it.
   */
  public Matrix view(int first, int count) {
    return new Matrix(this, first, count);
  }

  private static OffHeapMemory<INDArray> allocate(int rows, int columns) {
    // Before ND4J or a product would load the libraries in a way of their own.
    OpenBlas unused = OpenBlas.ofThisProcess();
    return OffHeapMemory.take(
        (long) rows * columns * Double.BYTES,
        () -> Nd4j.createUninitialized(DataType.DOUBLE, new long[] {rows, columns}, 'c'));
  }

  private static DoublePointer pointer(OffHeapMemory<INDArray> memory) {
    return (DoublePointer) memory.array().data().addressPointer();
  }

  /** Rows in use. */
  public int rows() {
    return rows;
  }

  /** Columns. */
  public int columns() {
    return columns;
  }

  /** Uses {@code newRows} rows from now on; contents are undefined where memory had to grow. */
  public Matrix resize(int newRows) {
    return resize(newRows, columns);
  }

  /** As {@link #resize(int)}, with another number of columns. */
  Matrix resize(int newRows, int newColumns) {
    if ((long) newRows * newColumns > capacity) {
      close();
      memory = allocate(newRows, newColumns);
      pointer = pointer(memory);
      capacity = (long) newRows * newColumns;
    }
    rows = newRows;
    columns = newColumns;
    return this;
  }

  /** Copies {@code rows * columns} doubles in from the heap. */
  public void put(double[] values) {
    pointer.put(values, 0, rows * columns);
  }

  /** Copies {@code count} doubles in, starting at row {@code row}. */
  public void putRows(int row, double[] values, int count) {
    pointer.getPointer(DoublePointer.class, (long) row * columns).put(values, 0, count);
  }

  /** Copies {@code rows * columns} doubles out to the heap. */
  public void get(double[] values) {
    pointer.get(values, 0, rows * columns);
  }

  /** Copies {@code source}, which has the same shape. */
  void copy(Matrix source) {
    Pointer.memcpy(pointer, source.pointer, 8L * rows * columns);
  }

  /**
   * Gathers rows of {@code source} {@code [M, columns]}: this becomes {@code source[index]}, {@code
   * [index.length, columns]}.
   */
  public void gather(Matrix source, int[] index) {
    resize(index.length);
    long bytes = 8L * columns;
    // A plain Pointer counts its position in bytes, and memcpy takes every pointer as one.
    try (Pointer from = new Pointer(source.pointer);
        Pointer to = new Pointer(pointer)) {
      for (int i = 0; i < index.length; i++) {
        Pointer.memcpy(to.position(i * bytes), from.position(index[i] * bytes), bytes);
      }
    }
  }

  /** This = {@code x w}; x {@code [N, K]}, w {@code [K, D]}, this {@code [N, D]}. */
  void product(Matrix x, Matrix w) {
    Gemm.product(x.rows, w.columns, x.columns, 1, x.pointer, w.pointer, 0, pointer);
  }

  /** This = {@code d w^T}; d {@code [N, D]}, w {@code [K, D]}, this {@code [N, K]}. */
  void productWithTransposed(Matrix d, Matrix w) {
    Gemm.productWithTransposed(d.rows, w.rows, d.columns, 1, d.pointer, w.pointer, 0, pointer);
  }

  /**
   * This = {@code alpha x^T d + beta this}; x {@code [N, K]}, d {@code [N, D]}, this {@code [K,
   * D]}.
   */
  void accumulateTransposedProduct(double alpha, Matrix x, Matrix d, double beta) {
    Gemm.transposedProduct(
        x.columns, d.columns, x.rows, alpha, x.pointer, d.pointer, beta, pointer);
  }

  /** Sum of the squares of all elements. */
  double sumOfSquares() {
    return cblas_ddot(rows * columns, pointer, 1, pointer, 1);
  }

  /** Gives the memory back; the matrix cannot be used afterwards. */
  @Override
  public void close() {
    memory.giveBack();
    // Where growing has failed it is closed already.
    if (!memory.array().wasClosed()) {
      memory.array().close();
    }
  }
}
