package org.bnsweep.cli.options;

import org.bnsweep.store.files.Locking;
import picocli.CommandLine.Option;

/** The option {@code --no-lock}, the same for every command that writes a run folder. */
public final class LockOption {
  @Option(
      names = "--no-lock",
      description = {
        "Write to an object store without conditional writes, where no run can keep others out of "
            + "its folder; elsewhere the folder is locked all the same."
      })
  private boolean noLock;

  /** What the user wants. */
  public Locking locking() {
    return noLock ? Locking.WHERE_POSSIBLE : Locking.REQUIRED;
  }
}
