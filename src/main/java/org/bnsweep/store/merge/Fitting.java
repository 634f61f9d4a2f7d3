package org.bnsweep.store.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;

/** Refuses runs whose trials are not to be mixed. */
final class Fitting {
  private Fitting() {}

  /**
   * @throws RunRefusedException naming the run and what of it is another
   */
  static void require(List<RunReader> runs) {
    Set<Path> folders = new HashSet<>();
    RunReader first = runs.get(0);
    for (RunReader run : runs) {
      if (!folders.add(run.files().realRoot())) {
        throw new RunRefusedException(
            run.files().location() + " is given twice, must be each run once");
      }
      require(run, first);
    }
  }

  private static void require(RunReader run, RunReader first) {
    var own = run.info().provenance();
    var other = first.info().provenance();
    same(run, first, "numerics version", own.numericsVersion(), other.numericsVersion());
    same(run, first, "train_size", own.trainSize(), other.trainSize());
    same(run, first, "test_size", testSize(run), testSize(first));
    same(run, first, "data checksum", own.dataChecksum(), other.dataChecksum());
    same(run, first, "number of epochs", own.epochs(), other.epochs());
  }

  private static int testSize(RunReader run) {
    return run.info().settings().path("data").path("test_size").asInt();
  }

  private static void same(RunReader run, RunReader first, String what, Object own, Object other) {
    if (!own.equals(other)) {
      throw new RunRefusedException(
          run.files().location()
              + " has another "
              + what
              + " than "
              + first.files().location()
              + ": "
              + own
              + ", not "
              + other
              + "; only runs of the same data, epochs and numerics can be merged");
    }
  }

  /**
   * Refuses to write to a folder that is read.
   *
   * @throws RunRefusedException naming it
   */
  static void requireApart(RunFiles out, List<RunReader> runs) {
    Path folder = out.realRoot();
    for (RunReader run : runs) {
      if (run.files().realRoot().equals(folder)) {
        throw new RunRefusedException(
            "--out is "
                + out.location()
                + ", one of the runs to merge; choose another folder, as these stay as they are");
      }
    }
  }

  /** What to throw where a pass does not find what the one before it has seen. */
  static RunRefusedException changed(RunReader run) {
    return new RunRefusedException(
        run.files().location() + " changed while it was read; run the same command again");
  }
}
