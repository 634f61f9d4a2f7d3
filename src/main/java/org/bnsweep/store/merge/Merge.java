package org.bnsweep.store.merge;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bnsweep.store.GridPart;
import org.bnsweep.store.Origins;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TrialCursor;
import org.bnsweep.store.files.Interrupts;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.Fingerprint;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;

/**
 * Finished runs of the same data, epochs and numerics that become one, with each trial once.
 *
 * <p>They are read twice, trial by trial: first to find what several have, then in the order of the
 * merged run, which is written like any other: through its ledger. So a merge that was interrupted
 * goes on where it was, and one of all shards of a grid has the files of a run of the grid.
 */
public final class Merge {
  private final List<RunReader> runs;
  private final Places places;
  private final Survey survey = new Survey();
  private final Conflicts conflicts;

  private Merge(List<RunReader> runs) {
    this.runs = runs;
    this.conflicts = new Conflicts(runs);
    this.places = Places.of(runs.stream().map(RunReader::info).toList());
  }

  /**
   * Reads the runs, and finds out what is there several times.
   *
   * @param runs at least one; of a trial that several have, equally complete, the first counts
   * @throws RunRefusedException if they do not fit, or one is not what its {@code run.json} says
   * @throws InterruptedException if this thread is interrupted
   */
  public static Merge of(List<RunReader> runs) throws InterruptedException {
    Fitting.require(runs);
    Merge merge = new Merge(List.copyOf(runs));
    for (int run = 0; run < runs.size(); run++) {
      merge.survey(run);
    }
    return merge;
  }

  private void survey(int run) throws InterruptedException {
    RunReader reader = runs.get(run);
    Fingerprint bits = new Fingerprint(Fingerprint.Of.BITS);
    try (TrialCursor trials = reader.trialsWithoutTimes()) {
      for (var next = trials.next(); next.isPresent(); next = trials.next()) {
        RecordedTrial trial = next.get();
        Interrupts.stopIfInterrupted();
        bits.add(trial);
        if (survey.add(run, trial) == Survey.Known.OTHER_NUMBERS) {
          conflicts.note(trial);
        }
      }
    }
    if (!bits.hex().equals(reader.info().bits())) {
      throw new RunRefusedException(
          reader.files().location()
              + " has other curves than its run.json says; run its configuration again");
    }
    conflicts.read(run, survey);
  }

  /** Different trials of all runs. */
  public long trials() {
    return survey.size();
  }

  /** Trials of which two runs have other numbers; of several runs, each that differs counts. */
  public long conflicting() {
    return conflicts.count();
  }

  /** Some of these, in the order of the runs. */
  public List<Conflict> conflicts() {
    return conflicts.named();
  }

  /** What the runs have of their grid, if all are of the same. */
  public Optional<GridPart> part() {
    return places.part();
  }

  /** What some runs kept beside the curves, and the merged one has not. */
  public List<Recording> lost() {
    return Stream.of(Recording.values())
        .filter(kind -> runs.stream().anyMatch(run -> run.recordings().has(kind)))
        .filter(kind -> !recordings().has(kind))
        .toList();
  }

  /** Activations, if all runs have them: the others are not read for a merge. */
  private Recordings recordings() {
    return runs.stream().allMatch(run -> run.recordings().has(Recording.ACTIVATIONS))
        ? Recordings.of(Recording.ACTIVATIONS)
        : Recordings.NONE;
  }

  /**
   * Hands {@code count} trials at random to {@code action}, each with the run that it is taken
   * from.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public void sample(
      long count, RandomGenerator random, BiConsumer<RunReader, RecordedTrial> action)
      throws InterruptedException {
    // Knuth's algorithm S: each with the probability that fills the sample (volume 2, 3.4.2).
    long left = survey.size();
    long wanted = Math.min(count, left);
    for (int run = 0; run < runs.size() && wanted > 0; run++) {
      try (TrialCursor trials = runs.get(run).trialsWithoutTimes()) {
        for (var next = trials.next(); next.isPresent() && wanted > 0; next = trials.next()) {
          Interrupts.stopIfInterrupted();
          if (survey.isFrom(run, next.get())) {
            if (random.nextLong(left) < wanted) {
              action.accept(runs.get(run), next.get());
              wanted--;
            }
            left--;
          }
        }
      }
    }
  }

  /** The run that is named first. */
  public RunReader first() {
    return runs.get(0);
  }

  /**
   * Refuses a folder that is one of the runs.
   *
   * @throws RunRefusedException naming it
   */
  public static void requireApart(RunFiles out, List<RunReader> runs) {
    Fitting.requireApart(out, runs);
  }

  /**
   * Writes the merged run; what its ledger has already is not written again.
   *
   * @throws RunRefusedException if the folder has trials of other runs, or a run has changed since
   *     it was read
   * @throws InterruptedException if this thread is interrupted; the same call goes on
   */
  public RunInfo writeTo(RunFolder folder) throws InterruptedException {
    Provenance provenance = runs.get(0).info().provenance();
    Ledger ledger = folder.ledger(provenance);
    requireOnlyOurs(ledger, folder.files());
    Sources sources = Sources.of(runs);
    MergedOrder order = new MergedOrder(survey.size());
    try (LedgerWriter writer = ledger.writer()) {
      new MergedTrials(runs, places, survey)
          .forEach(
              (run, trial) -> {
                order.add(trial, sources.origin(run, trial));
                if (!ledger.has(trial.result())) {
                  writer.add(trial.result());
                }
              });
    }
    folder.invalidate();
    Origins.write(folder.files(), order, order::origin);
    return folder.finish(
        ledger, order, MergedDetails.of(runs, places, recordings(), sources.counted(order)));
  }

  private void requireOnlyOurs(Ledger ledger, RunFiles files) {
    Provenance provenance = ledger.provenance();
    if (ledger.trained() + ledger.failed() > 0) {
      ledger.forEach(
          result -> {
            var trial = new RecordedTrial(0, result, provenance.trainSize(), provenance.epochs());
            if (!survey.agreesWith(trial)) {
              throw new RunRefusedException(
                  files.location()
                      + " has trials that none of the runs has, or other numbers of them: "
                      + result.trial().id()
                      + "; choose another --out, or start anew with --overwrite");
            }
          });
    }
  }
}
