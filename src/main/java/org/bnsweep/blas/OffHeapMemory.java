package org.bnsweep.blas;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory outside the heap that this process may take: JavaCPP's two bounds, {@code
 * org.bytedeco.javacpp.maxbytes} for the arrays and {@code maxphysicalbytes} for the whole process.
 *
 * <p>JavaCPP holds them for what it allocates itself; ND4J allocates past it.
 */
public final class OffHeapMemory {
  private static final long MEGABYTE = 1 << 20;
  private static final AtomicLong TAKEN = new AtomicLong();

  private OffHeapMemory() {}

  /**
   * Counts {@code bytes} that are about to be allocated.
   *
   * @throws OutOfMemoryError if a bound does not allow them
   */
  public static void take(long bytes) {
    long all = TAKEN.addAndGet(bytes);
    try {
      require("arrays", all, Pointer.maxBytes(), "maxbytes");
      if (Pointer.maxPhysicalBytes() > 0) {
        long process = Pointer.physicalBytes() + bytes;
        require("the process", process, Pointer.maxPhysicalBytes(), "maxphysicalbytes");
      }
    } catch (OutOfMemoryError e) {
      TAKEN.addAndGet(-bytes);
      throw e;
    }
  }

  /** Counts {@code bytes} that were given back. */
  public static void giveBack(long bytes) {
    TAKEN.addAndGet(-bytes);
  }

  private static void require(String what, long bytes, long bound, String setting) {
    if (bound > 0 && bytes > bound) {
      throw new OutOfMemoryError(
          "%s would need %d MB, org.bytedeco.javacpp.%s allows %d"
              .formatted(what, bytes / MEGABYTE, setting, bound / MEGABYTE));
    }
  }
}
