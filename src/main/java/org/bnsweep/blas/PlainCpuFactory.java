package org.bnsweep.blas;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.CpuNDArrayFactory;
import org.nd4j.linalg.cpu.nativecpu.blas.CpuBlas;

/**
 * ND4J's factory of arrays, but for its search of every loaded library for BLAS functions.
 *
 * <p>That search ({@code Loader.addressof}) asks for names that OpenBLAS lacks, such as {@code
 * MKL_Set_Num_Threads}. JavaCPP then opens all libraries inside a callback of {@code
 * dl_iterate_phdr}, and waits for ever if another thread opens one at that moment: each holds the
 * lock that the other wants (the same fault: LWJGL/lwjgl3#1148). What it is for is not needed here:
 * the number of BLAS threads comes from {@code OMP_NUM_THREADS} when OpenBLAS loads, and products
 * go to OpenBLAS directly; those of ND4J itself would be plain loops.
 *
 * <p>Public for ND4J, which makes it by reflection.
 */
public final class PlainCpuFactory extends CpuNDArrayFactory {
  /** The setting of ND4J that names its factory. */
  static final String SETTING = "ndarrayfactory.class";

  /** As ND4J wants it. */
  public PlainCpuFactory(DataType type, char order) {
    super(type, order);
  }

  @Override
  public void createBlas() {
    blas = new LoneBlas();
  }

  /** BLAS with the threads it was loaded with. */
  private static final class LoneBlas extends CpuBlas {
    /** Called by the constructor of the base class; it would search. */
    @Override
    public void setMaxThreads(int threads) {}
  }
}
