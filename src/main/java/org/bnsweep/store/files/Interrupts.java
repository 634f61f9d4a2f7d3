package org.bnsweep.store.files;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Failures of reading and writing that say nothing of the disk: the thread was interrupted
 * meanwhile, as Ctrl-C does it.
 */
public final class Interrupts {
  private Interrupts() {}

  /** Whether {@code failure} comes from an interrupt. */
  public static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(Interrupts::isOne);
  }

  private static boolean isOne(Throwable failure) {
    return failure instanceof InterruptedException
        || failure instanceof ClosedByInterruptException
        // A host that does not answer in time is one of these as well.
        || (failure instanceof InterruptedIOException
            && !(failure instanceof SocketTimeoutException));
  }
}
