package org.bnsweep.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.stats.SweepAnswers;
import org.bnsweep.stats.SweepStatistics;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.trial.ArithmeticCounts;
import org.bnsweep.store.trial.Fingerprint;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.store.trial.Status;
import org.bnsweep.store.trial.TrialOrder;
import org.bnsweep.train.Recordings;

/** Writes the tables of a finished run from its ledger, in one pass over the sorted trials. */
final class ResultsWriter {
  private final RunFiles files;
  private final Ledger ledger;
  private final Fingerprint fingerprint = new Fingerprint(Fingerprint.Of.ACCURACIES);
  private final Fingerprint bits = new Fingerprint(Fingerprint.Of.BITS);
  private final ArithmeticCounts arithmetics = new ArithmeticCounts();
  private final SweepStatistics statistics = new SweepStatistics();
  private long diverged;
  private long failed;

  ResultsWriter(RunFiles files, Ledger ledger) {
    this.files = files;
    this.ledger = ledger;
  }

  /**
   * Writes all tables, {@code run.json} last: a folder that has it has all.
   *
   * @throws StoreException if the disk fails or the ledger lacks a trial
   */
  RunInfo write(TrialOrder trials, RunDetails details) {
    Optional<RunInfo> before = RunJson.readIfSound(files);
    try {
      RunJson.setAside(files);
      for (RunFile file : RunFile.values()) {
        if (file.drawn()) {
          files.delete(file.fileName());
        }
      }
      writeTables(trials, details.recordings());
    } catch (IOException e) {
      throw new StoreException(
          "cannot write the results to " + files.location() + ", the trials are safe", e);
    }
    RunInfo info =
        new RunInfo(
            details.name(),
            RunJson.withoutPaths(details.settings()),
            details.versions(),
            ledger.provenance(),
            details.started(),
            details.finished().orElseGet(Instant::now),
            new TrialCounts(
                trials.size(),
                details.reused(),
                trials.size() - details.reused() - failed,
                diverged,
                failed),
            fingerprint.hex(),
            bits.hex(),
            arithmetics.list(),
            details.master(),
            details.classes(),
            details
                .lineage()
                .orMergedFrom(before.map(run -> run.lineage().merged()).orElse(List.of())));
    if (details.reused() == trials.size()) {
      // It says where and how long the trials were trained, which was not now.
      info = before.filter(info::hasTrialsOf).map(info::trainedAs).orElse(info);
    }
    RunJson.write(files, SweepAnswers.of(statistics));
    RunJson.write(files, info);
    return info;
  }

  private void writeTables(TrialOrder trials, Recordings recordings) throws IOException {
    List<ResultFile<?>> tables = new ArrayList<>();
    boolean complete = false;
    try {
      tables.add(ResultFile.parquet(files, RunFile.CURVES, CurvesTable.SCHEMA, new CurvesTable()));
      tables.add(ResultFile.csv(files, RunFile.SUMMARY, SummaryTable.COLUMNS, new SummaryTable()));
      tables.add(ResultFile.csv(files, RunFile.PAIRS, PairsTable.COLUMNS, new PairsTable()));
      tables.add(
          ResultFile.csv(
              files, RunFile.SETTINGS, SettingsTable.COLUMNS, new SettingsTable(statistics)));
      for (RecordingTables table : RecordingTables.values()) {
        if (recordings.has(table.kind())) {
          tables.add(table.open(files));
        } else {
          // Of an earlier run on the folder, whose trials need not be those of this one.
          files.delete(table.file().fileName());
        }
      }
      ledger.forEachInOrder(trials, recordings, trial -> accept(trial, tables));
      for (ResultFile<?> table : tables) {
        table.commit();
      }
      complete = true;
    } finally {
      if (!complete) {
        tables.forEach(ResultFile::abandon);
      }
    }
  }

  private void accept(RecordedTrial trial, List<ResultFile<?>> tables) throws IOException {
    fingerprint.add(trial);
    bits.add(trial);
    arithmetics.add(trial);
    Optional<PairFigures> figures = PairFigures.of(trial.result().outcome());
    statistics.add(trial.trial(), figures);
    switch (Status.of(trial.result().outcome())) {
      case OK -> {}
      case DIVERGED -> diverged++;
      case FAILED -> failed++;
    }
    for (ResultFile<?> table : tables) {
      table.accept(trial, figures);
    }
  }
}
