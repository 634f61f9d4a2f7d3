package org.bnsweep.cli.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.cli.terminal.PlainText;

/** The system's folder for temporary files, which the charts need at the very end of a run. */
final class TemporaryFolder {
  private static final String SETTING = "java.io.tmpdir";

  /** More than the charts' font takes. */
  private static final int BYTES = 1 << 20;

  private TemporaryFolder() {}

  /**
   * Makes sure that there is room in it.
   *
   * @throws InputException if it cannot be written to, or is full
   */
  static void requireRoom() {
    try {
      Path trial = Files.createTempFile("bnsweep", ".tmp");
      try {
        Files.write(trial, new byte[BYTES]);
      } finally {
        Files.delete(trial);
      }
    } catch (IOException e) {
      throw new InputException(
          "temporary files cannot be written to "
              + System.getProperty(SETTING)
              + ": "
              + reason(e)
              + "; -D"
              + SETTING
              + "=DIR names another folder",
          e);
    }
  }

  /** Without the name that the file of the trial happened to have. */
  private static String reason(IOException e) {
    return e instanceof FileSystemException failure && failure.getReason() != null
        ? failure.getReason()
        : PlainText.message(e);
  }
}
