package org.bnsweep.cli.run;

import java.io.PrintWriter;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.store.RunFile;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.TrialCounts;

/** The end of a run on the terminal: what came out, in words, and the files that have it. */
public record RunOutput(FinishedRun run, PrintWriter out) {
  /** Prints the table and the answers, draws the report, and tells where everything is. */
  void write() {
    new ClosingTable(run.reader()).print(out);
    new ClosingAnswers(run.reader()).print(out);
    out.flush();
    run.draw();
    printFiles();
    RunInfo info = run.reader().info();
    if (info.arithmetics().size() > 1) {
      out.println(
          "trained with "
              + info.arithmetics().size()
              + " kinds of arithmetic, see run.json: losses may differ in their last bits");
    }
    out.println(counts(info));
    out.flush();
  }

  /** One line per file that the folder has and that is worth a look. */
  public void printFiles() {
    out.println("files in " + PlainText.oneLine(run.reader().files().location()));
    for (RunFile file : RunFile.values()) {
      if (file.holds().isPresent() && run.reader().files().exists(file.fileName())) {
        out.printf("  %-20s%s%n", file.fileName(), file.holds().get());
      }
    }
  }

  private static String counts(RunInfo info) {
    TrialCounts trials = info.trials();
    return PlainText.count(trials.planned(), "trial")
        + (trials.reused() > 0 ? ", " + trials.reused() + " of them from earlier runs" : "")
        + ": "
        + trials.diverged()
        + " diverged, "
        + trials.failed()
        + " failed; "
        + PlainText.clock(info.seconds());
  }
}
