package org.bnsweep.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.data.Dataset;
import org.bnsweep.report.io.Making;
import org.bnsweep.report.io.ReportException;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.live.LivePage;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.Trials;

/** The live page of a run if the user asked for one, else nothing. */
public final class Serving implements AutoCloseable {
  private final Optional<Integer> port;
  private final AtTheEnd atTheEnd;
  private final PrintWriter err;
  private Optional<LivePage> page = Optional.empty();

  /** What becomes of the page when the run has ended. */
  public enum AtTheEnd {
    STOP,
    KEEP
  }

  /**
   * Nothing is served yet.
   *
   * @param port 0 for a free one; empty for no page
   */
  public Serving(Optional<Integer> port, AtTheEnd atTheEnd, PrintWriter err) {
    this.port = port;
    this.atTheEnd = atTheEnd;
    this.err = err;
  }

  /**
   * Serves the page of a run, with the trials of earlier runs.
   *
   * @param lineage the part of its grid
   * @param planned all its trials
   * @param missing those it is going to train
   * @param ledger has the others
   * @throws InputException if the port is taken
   */
  void begin(
      RunConfig config,
      Lineage lineage,
      Dataset dataset,
      Trials planned,
      Trials missing,
      Ledger ledger) {
    if (port.isEmpty()) {
      return;
    }
    long reused = planned.size() - missing.size();
    RunFacts facts = facts(config, lineage, dataset, planned.size(), reused);
    try {
      page = Optional.of(LivePage.start(port.get(), facts, planned, missing.size()));
    } catch (ReportException e) {
      throw new InputException(e.getMessage() + "; --serve without a port takes a free one", e);
    }
    page.ifPresent(p -> say("the page is at " + p.address()));
    if (reused > 0) {
      ledger.forEachTrained(
          planned,
          config.recordings(),
          result -> page.ifPresent(p -> p.trialOfAnEarlierRun(result)));
    }
  }

  private static RunFacts facts(
      RunConfig config, Lineage lineage, Dataset dataset, long planned, long reused) {
    Provenance provenance = Provenance.of(dataset, config.epochs());
    JsonNode settings = new ObjectMapper().valueToTree(config.shareableSettings());
    return RunFacts.begun(
        config.name(),
        config.data().testSize(),
        config.elsewhere(),
        Making.begun(provenance, ClassCounts.of(dataset), lineage, Versions.all(), planned, reused),
        RunInfo.reading(settings),
        settings.toPrettyString());
  }

  /** Says how many trials are being trained at the same time. */
  void training(long inFlight) {
    page.ifPresent(p -> p.training(inFlight));
  }

  /** Shows one more trial; returns at once. */
  void trialFinished(TrialResult result) {
    page.ifPresent(p -> p.trialFinished(result));
  }

  /** Shows the results. */
  void finished(FinishedRun run) {
    page.ifPresent(p -> p.finished(run.reader()));
  }

  /** Waits for the end of the process if the user wants the page to stay. */
  public void keep() {
    if (page.isEmpty() || atTheEnd == AtTheEnd.STOP) {
      return;
    }
    page.ifPresent(p -> say("the page stays at " + p.address() + " until Ctrl-C"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String line) {
    err.println("bnsweep: " + line);
    err.flush();
  }

  @Override
  public void close() {
    page.ifPresent(LivePage::close);
  }
}
