package org.bnsweep.store.files;

import java.io.IOException;
import org.bnsweep.files.Reason;
import org.bnsweep.files.UserPathErrors;

/**
 * A run folder that failed, or with {@link RunRefusedException} one that was refused; the message
 * is one line for the user.
 */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that no other exception caused. */
  public StoreException(String message) {
    super(message);
  }

  /** A failure of the disk or of a file: {@code what} and, after a colon, the cause's reason. */
  public StoreException(String what, Throwable cause) {
    super(what + ": " + Reason.of(cause), cause);
  }

  private StoreException(StoreException first) {
    super(first.getMessage(), first.getCause());
    setStackTrace(first.getStackTrace());
  }

  /** Another exception that says the same. */
  public final StoreException again() {
    return new StoreException(this);
  }

  /** A refusal if {@code cause} shows that the user named a wrong place, else a failure. */
  public static StoreException of(String what, IOException cause) {
    return UserPathErrors.isShownBy(cause)
        ? new RunRefusedException(what, cause)
        : new StoreException(what, cause);
  }
}
