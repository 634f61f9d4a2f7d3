package org.bnsweep.store.table;

import org.bnsweep.blas.Arithmetic;

/** The arithmetic of the process that trained a trial, as columns; empty where it was not kept. */
public final class ArithmeticColumns {
  public static final String ID = "arithmetic";
  static final String KERNEL = "kernel";
  static final String PLATFORM = "platform";

  public static final String SCHEMA =
      """
        optional binary arithmetic (STRING);
        optional binary kernel (STRING);
        optional binary platform (STRING);
      """;

  private ArithmeticColumns() {}

  public static void write(Row row, Arithmetic arithmetic) {
    if (arithmetic.isKnown()) {
      row.set(ID, arithmetic.id());
      row.set(KERNEL, arithmetic.kernel());
      row.set(PLATFORM, arithmetic.platform());
    }
  }

  public static Arithmetic read(Row row) {
    return row.isNull(ID)
        ? Arithmetic.UNKNOWN
        : new Arithmetic(row.text(ID), row.text(KERNEL), row.text(PLATFORM));
  }
}
