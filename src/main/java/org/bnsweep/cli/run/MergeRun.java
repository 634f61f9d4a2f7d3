package org.bnsweep.cli.run;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.cli.terminal.Notices;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.cli.terminal.Terminal;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.merge.Conflict;
import org.bnsweep.store.merge.Merge;
import org.bnsweep.sweep.Shard;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Recording;
import org.bnsweep.verify.PairComparison;
import org.bnsweep.verify.Verdict;

/**
 * Runs that become one in a folder of its own: read, compared, written.
 *
 * @param folders of the runs
 * @param location of the merged one
 * @param locking of that folder, where there is no lock
 * @param hadoop its settings, to open all of them
 * @param check looks at what is going to be written, and throws if it must not
 */
public record MergeRun(
    List<String> folders,
    String location,
    OnExisting onExisting,
    Locking locking,
    OnConflict onConflict,
    Configuration hadoop,
    Check check,
    PrintWriter out,
    PrintWriter err) {

  /** What to do with a trial of which two runs have other numbers. */
  public enum OnConflict {
    /** Name it and write nothing. */
    REFUSE,
    /** Name it and take those of the run that is named first. */
    FIRST
  }

  /** Looks at runs before they are written as one. */
  @FunctionalInterface
  public interface Check {
    /**
     * The exit code, {@link ExitCode#OK} to go on.
     *
     * @throws InterruptedException if this thread is interrupted
     */
    int of(Merge merge) throws InterruptedException;
  }

  /** Merges, or goes on with it, until the user ends it; the exit code. */
  public int call() {
    return Interruption.callUntilInterrupted(
        SlowSteps.Limits.DEFAULT,
        notices(),
        "the same command goes on",
        (interruption, steps) -> merge(steps));
  }

  private int merge(SlowSteps steps) throws InterruptedException {
    List<RunReader> runs = folders.stream().map(folder -> RunReader.open(folder, hadoop)).toList();
    RunFiles target = RunFiles.at(location, hadoop);
    Merge.requireApart(target, runs);
    RunFolder.refuseForeign(target, onExisting);
    Merge merge = steps.get("reading the runs", () -> Merge.of(runs));
    tellConflicts(merge);
    merge.part().flatMap(part -> part.shard().rest()).ifPresent(this::tellRest);
    merge.lost().forEach(this::tellLost);
    int checked = check.of(merge);
    if (checked != ExitCode.OK) {
      say("nothing was written to " + location);
      return checked;
    }
    RunInfo info = steps.get("writing the merged run", () -> write(merge));
    FinishedRun finished = FinishedRun.open(location, hadoop);
    steps.run("drawing the report", () -> new RunOutput(finished, out).write());
    return info.trials().failed() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private RunInfo write(Merge merge) throws InterruptedException {
    try (RunFolder folder = RunFolder.open(location, hadoop, onExisting, locking, this::say)) {
      return merge.writeTo(folder);
    }
  }

  private void tellLost(Recording kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    say(
        kind == Recording.ACTIVATIONS
            ? "not all runs kept activations, so there will be no activations.parquet"
            : "a merged run keeps no " + name + ", so there will be no " + name + ".parquet");
  }

  private void tellConflicts(Merge merge) {
    merge.conflicts().forEach(conflict -> say(words(conflict)));
    long more = merge.conflicting() - merge.conflicts().size();
    if (more > 0) {
      say("and " + more + " more with other numbers");
    }
    if (merge.conflicting() > 0 && onConflict == OnConflict.REFUSE) {
      throw new InputException(
          PlainText.count(merge.conflicting(), "trial")
              + (merge.conflicting() == 1 ? " has" : " have")
              + " other numbers in another run, nothing was written; see bnsweep verify for which "
              + "are right, --on-conflict first takes those of the run named first");
    }
  }

  private static String words(Conflict conflict) {
    Trained kept = (Trained) conflict.kept().result().outcome();
    Trained other = (Trained) conflict.other().result().outcome();
    Verdict verdict =
        new PairComparison(
                kept.curves(),
                other.curves(),
                () -> {
                  throw new IllegalStateException("bits need no sensitivity");
                })
            .onTheSameArithmetic();
    return "trial "
        + conflict.kept().trial().id()
        + " in "
        + conflict.second()
        + " (kernel "
        + other.arithmetic().kernel()
        + ") is not that of "
        + conflict.first()
        + " (kernel "
        + kept.arithmetic().kernel()
        + "): "
        + (verdict instanceof Verdict.Differs differs ? differs.what() : "their status");
  }

  private void tellRest(Shard rest) {
    say(rest.words() + (rest.numbers().size() == 1 ? " is" : " are") + " not among the runs");
  }

  private void say(String line) {
    notices().say(line);
  }

  private Notices notices() {
    return new Notices(err, Terminal.ofStderr());
  }
}
