package org.bnsweep.store.files;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What it means that a thread was interrupted, as Ctrl-C does it: its failures of reading and
 * writing then say nothing of the disk.
 */
public final class Interrupts {
  private Interrupts() {}

  /** Whether {@code failure} comes from an interrupt. */
  public static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(Interrupts::isOne);
  }

  /**
   * Ends work that waits for nothing, and so would not notice.
   *
   * @throws InterruptedException if this thread was interrupted
   */
  public static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static boolean isOne(Throwable failure) {
    return failure instanceof InterruptedException
        || failure instanceof ClosedByInterruptException
        // A host that does not answer in time is one of these as well.
        || (failure instanceof InterruptedIOException
            && !(failure instanceof SocketTimeoutException));
  }
}
