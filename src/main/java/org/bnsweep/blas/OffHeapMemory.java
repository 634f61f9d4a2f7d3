package org.bnsweep.blas;

import java.lang.ref.Cleaner;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory outside the heap that an array has.
 *
 * <p>JavaCPP bounds what it allocates itself, by {@code org.bytedeco.javacpp.maxbytes} for the
 * arrays and {@code maxphysicalbytes} for the whole process; ND4J allocates past it, so its arrays
 * are held to both bounds here.
 *
 * @param <T> the array
 */
public final class OffHeapMemory<T> {
  private static final long MEGABYTE = 1 << 20;
  private static final AtomicLong TAKEN = new AtomicLong();
  private static final Cleaner CLEANER = Cleaner.create();

  private final T array;
  private final Cleaner.Cleanable share;

  private OffHeapMemory(T array, Cleaner.Cleanable share) {
    this.array = array;
    this.share = share;
  }

  /**
   * Allocates an array of {@code bytes}, which count until {@link #giveBack} or, if it is
   * forgotten, until the collector has found it.
   *
   * @throws OutOfMemoryError if a bound does not allow them
   */
  public static <T> OffHeapMemory<T> take(long bytes, Supplier<T> allocation) {
    requireRoomFor(bytes);
    T array = allocation.get();
    TAKEN.addAndGet(bytes);
    return new OffHeapMemory<>(array, CLEANER.register(array, () -> TAKEN.addAndGet(-bytes)));
  }

  /** What was allocated. */
  public T array() {
    return array;
  }

  /** Counts it no more; for the one who frees it. */
  public void giveBack() {
    share.clean();
  }

  private static void requireRoomFor(long bytes) {
    require("arrays", TAKEN.get() + bytes, Pointer.maxBytes(), "maxbytes");
    if (Pointer.maxPhysicalBytes() > 0) {
      long process = Pointer.physicalBytes() + bytes;
      require("the process", process, Pointer.maxPhysicalBytes(), "maxphysicalbytes");
    }
  }

  private static void require(String what, long bytes, long bound, String setting) {
    if (bound > 0 && bytes > bound) {
      throw new OutOfMemoryError(
          String.format(
              Locale.ROOT,
              "%s would need %d MB, org.bytedeco.javacpp.%s allows %d",
              what,
              bytes / MEGABYTE,
              setting,
              bound / MEGABYTE));
    }
  }
}
