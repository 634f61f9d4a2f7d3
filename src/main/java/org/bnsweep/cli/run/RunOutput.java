package org.bnsweep.cli.run;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.TrialCounts;

/** The end of a run on the terminal: what came out, in words, and the files that have it. */
public record RunOutput(FinishedRun run, PrintWriter out) {
  /** Worth a line each, in the order to look at them. */
  private static final Map<String, String> FILES = files();

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("report.html", "everything on one page");
    files.put("accuracy.png", "accuracy of both networks, epoch by epoch");
    files.put("final-accuracy.png", "final accuracy against one axis");
    files.put("heat-map.png", "final accuracy over two axes");
    files.put("summary.csv", "a row per trial and network");
    files.put("settings.csv", "means and intervals over the seeds");
    files.put("curves.parquet", "every point of every curve");
    files.put("activations.parquet", "how the hidden layers' activations are spread");
    files.put("gradients.parquet", "how large each layer's gradient and update are");
    files.put("landscape.parquet", "the loss along the gradient");
    files.put("run.json", "settings, versions, arithmetic, fingerprint");
    return files;
  }

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

  /** One line per file that the folder has. */
  public void printFiles() {
    out.println("files in " + PlainText.oneLine(run.reader().files().location()));
    FILES.forEach(
        (name, what) -> {
          if (run.reader().files().exists(name)) {
            out.printf("  %-20s%s%n", name, what);
          }
        });
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
