package org.bnsweep.store.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.store.GridPart;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.Origins;
import org.bnsweep.store.RunDetails;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TrialCursor;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.Fingerprint;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.jspecify.annotations.Nullable;

/**
 * Finished runs of the same data, epochs and numerics that become one, with each trial once.
 *
 * <p>They are read twice, trial by trial: first to find what several have, then in the order of the
 * merged run, which is written like any other: through its ledger. So a merge that was interrupted
 * goes on where it was, and one of all shards of a grid has the files of a run of the grid.
 */
public final class Merge {
  private static final int NAMED_CONFLICTS = 10;

  private final List<RunReader> runs;
  private final Places places;
  private final Survey survey = new Survey();
  private final List<Conflict> conflicts = new ArrayList<>();
  private long conflicting;

  private Merge(List<RunReader> runs) {
    this.runs = runs;
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
    Set<String> others = new LinkedHashSet<>();
    try (TrialCursor trials = reader.trialsWithoutTimes()) {
      for (var next = trials.next(); next.isPresent(); next = trials.next()) {
        RecordedTrial trial = next.get();
        stopIfInterrupted();
        bits.add(trial);
        if (survey.add(run, trial) == Survey.Known.OTHER_NUMBERS) {
          conflicting++;
          if (conflicts.size() + others.size() < NAMED_CONFLICTS) {
            others.add(trial.trial().id());
          }
        }
      }
    }
    if (!bits.hex().equals(reader.info().bits())) {
      throw new RunRefusedException(
          reader.files().location()
              + " has other curves than its run.json says; run its configuration again");
    }
    addConflicts(run, others);
  }

  private void addConflicts(int run, Set<String> ids) throws InterruptedException {
    Map<Integer, Map<String, RecordedTrial>> read = new HashMap<>();
    for (String id : ids) {
      int first = survey.run(id);
      for (int each : new int[] {first, run}) {
        if (!read.containsKey(each)) {
          read.put(each, find(each, ids));
        }
      }
      conflicts.add(
          new Conflict(
              runs.get(first).files().location(),
              require(first, read.get(first).get(id)),
              runs.get(run).files().location(),
              require(run, read.get(run).get(id))));
    }
  }

  /** Those of {@code run} with these ids. */
  private Map<String, RecordedTrial> find(int run, Set<String> ids) throws InterruptedException {
    Map<String, RecordedTrial> found = new HashMap<>();
    try (TrialCursor trials = runs.get(run).trials()) {
      for (var next = trials.next(); next.isPresent(); next = trials.next()) {
        stopIfInterrupted();
        String id = next.get().trial().id();
        if (ids.contains(id)) {
          found.put(id, next.get());
        }
      }
    }
    return found;
  }

  private RecordedTrial require(int run, @Nullable RecordedTrial trial) {
    if (trial == null) {
      throw changed(run);
    }
    return trial;
  }

  private RunRefusedException changed(int run) {
    return new RunRefusedException(
        runs.get(run).files().location()
            + " changed while it was read; run the same command again");
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Different trials of all runs. */
  public long trials() {
    return survey.size();
  }

  /** Trials of which two runs have other numbers; of several runs, each that differs counts. */
  public long conflicting() {
    return conflicting;
  }

  /** Some of these, in the order of the runs. */
  public List<Conflict> conflicts() {
    return conflicts;
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
          stopIfInterrupted();
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
      inOrder(
          (run, trial) -> {
            order.add(trial, sources.origin(run, trial));
            if (!ledger.has(trial.result())) {
              writer.add(trial.result());
            }
          });
    }
    folder.invalidate();
    Origins.write(folder.files(), order, order::origin);
    return folder.finish(ledger, order, details(sources, order));
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

  /** What takes the trials of the merged run. */
  @FunctionalInterface
  private interface Visitor {
    void visit(int run, RecordedTrial trial);
  }

  /** Every trial once, from the run that it is taken from. */
  private void inOrder(Visitor visitor) throws InterruptedException {
    int[] left = survey.countByRun(runs.size());
    List<Head> opened = new ArrayList<>();
    try {
      PriorityQueue<Head> heads =
          new PriorityQueue<>(Comparator.comparingLong(Head::place).thenComparingInt(h -> h.run));
      for (int run = 0; run < runs.size(); run++) {
        Head head = new Head(run);
        opened.add(head);
        heads.add(head);
      }
      while (!heads.isEmpty()) {
        stopIfInterrupted();
        Head head = heads.remove();
        Optional<RecordedTrial> trial = head.next();
        if (trial.isPresent()) {
          if (survey.isFrom(head.run, trial.get())) {
            left[head.run]--;
            if (left[head.run] < 0 || !survey.isUnchanged(trial.get())) {
              throw changed(head.run);
            }
            visitor.visit(head.run, trial.get());
          }
          heads.add(head);
        } else if (left[head.run] > 0) {
          throw changed(head.run);
        }
      }
    } finally {
      opened.forEach(Head::close);
    }
  }

  /** How far a run is read; it is opened when its first trial is due. */
  private final class Head {
    private final int run;
    private Optional<TrialCursor> trials = Optional.empty();
    private long index;

    Head(int run) {
      this.run = run;
    }

    long place() {
      return places.of(run, index);
    }

    Optional<RecordedTrial> next() {
      if (trials.isEmpty()) {
        trials = Optional.of(runs.get(run).trials());
      }
      Optional<RecordedTrial> next = trials.get().next();
      index++;
      if (next.isEmpty()) {
        close();
      }
      return next;
    }

    void close() {
      trials.ifPresent(TrialCursor::close);
    }
  }

  private RunDetails details(Sources sources, MergedOrder order) {
    Optional<GridPart> part = places.part().filter(own -> !own.shard().isWhole());
    return new RunDetails(
        runs.get(0).info().name(),
        places.settings(recordings()),
        versions(),
        times(RunInfo::started).min(Comparator.naturalOrder()).orElseThrow(),
        0,
        recordings(),
        words(runs.stream().map(run -> run.info().master())),
        runs.get(0).info().classes(),
        new Lineage(part, sources.counted(order)),
        times(RunInfo::finished).max(Comparator.naturalOrder()));
  }

  private Stream<Instant> times(Function<RunInfo, Instant> time) {
    return runs.stream().map(run -> time.apply(run.info()));
  }

  private Map<String, String> versions() {
    TreeSet<String> names = new TreeSet<>();
    runs.forEach(run -> names.addAll(run.info().versions().keySet()));
    Map<String, String> versions = new TreeMap<>();
    for (String name : names) {
      versions.put(
          name, words(runs.stream().map(run -> run.info().versions().getOrDefault(name, ""))));
    }
    return versions;
  }

  private static String words(Stream<String> words) {
    return words.filter(word -> !word.isEmpty()).distinct().collect(Collectors.joining("; "));
  }
}
