package org.bnsweep.store.ledger;

import java.io.IOException;
import java.util.Locale;

/**
 * What happens between the steps of a commit: nothing, except in the tests of crashes and of
 * failing disks.
 */
@FunctionalInterface
public interface CommitHook {

  /** The steps, in order; a crash after any of them loses no committed trial. */
  enum Step {
    /** The rows are with the file, which is not closed. */
    WRITTEN,
    /** The file is complete, and not there yet. */
    CLOSED,
    /** The part is there under its final name. */
    RENAMED,
    /** Several parts were merged into a new one, and are still there themselves. */
    MERGED
  }

  /** The system property that makes a process die at a step: {@code -Dbnsweep.crash=closed}. */
  String CRASH = "bnsweep.crash";

  /** Called when {@code step} is done. */
  void after(Step step) throws IOException;

  /** Nothing, or the sudden death that {@value #CRASH} asks for. */
  static CommitHook fromSystemProperty() {
    String crash = System.getProperty(CRASH, "");
    return step -> {
      if (step.name().toLowerCase(Locale.ROOT).equals(crash)) {
        // As SIGKILL: no shutdown hook, no finally.
        Runtime.getRuntime().halt(137);
      }
    };
  }
}
