package org.bnsweep.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bnsweep.report.LiveProgress.Phase;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.Network;

/**
 * A run while it is trained: the trials finished so far, as many as a page can show.
 *
 * <p>Those after the first {@link #MOST_TRIALS}, or {@link #MOST_POINTS} points of their curves,
 * are counted and not kept, so that memory is bounded however large the grid. Safe for use by many
 * threads; the one that trains never waits for those that watch.
 */
final class LiveRun {
  static final int MOST_TRIALS = Condenser.MOST_ROWS;

  /** About 60 MB. */
  static final int MOST_POINTS = 1_000_000;

  private final RunFacts facts;
  private final long total;
  private final Map<String, Integer> order;
  private final long start = System.nanoTime();

  private final TreeMap<Integer, TrialResult> kept = new TreeMap<>();
  private Phase phase = Phase.TRAINING;
  private long version;
  private long points;
  private long done;
  private long failed;
  private double trainingSeconds;
  private String last = "";

  /**
   * A run of which nothing has finished.
   *
   * @param facts about it; the time is replaced by what has passed
   * @param trials to be trained, in the grid's order
   */
  LiveRun(RunFacts facts, Trials trials) {
    this.facts = facts;
    this.total = trials.size();
    this.order = trials.size() <= MOST_TRIALS ? order(trials) : Map.of();
  }

  /** The place of each trial in the grid, so that the page shows them in its order. */
  private static Map<String, Integer> order(Trials trials) {
    Map<String, Integer> order = new HashMap<>();
    for (int i = 0; i < trials.size(); i++) {
      order.put(trials.get(i).id(), i);
    }
    return order;
  }

  /** Adds one more finished trial. */
  synchronized void trialFinished(TrialResult result) {
    int size = size(result);
    if (kept.size() < MOST_TRIALS && points + size <= MOST_POINTS) {
      // A huge grid's trials come roughly in its order.
      kept.put(
          order.getOrDefault(result.trial().id(), MOST_TRIALS + kept.size()), curvesOnly(result));
      points += size;
    }
    done++;
    failed += result.outcome() instanceof TrialResult.Failed ? 1 : 0;
    last = LiveProgress.words(result);
    changed();
  }

  /** Without what the page shows only at the end. */
  private static TrialResult curvesOnly(TrialResult result) {
    return result.outcome() instanceof TrialResult.Trained trained
        ? new TrialResult(
            result.trial(), new TrialResult.Trained(trained.curves()), result.seconds())
        : result;
  }

  private static int size(TrialResult result) {
    int size = 0;
    if (result.outcome() instanceof TrialResult.Trained trained) {
      for (Network network : Network.values()) {
        size += trained.curves().of(network).points().size();
      }
    }
    return size;
  }

  /** Goes on to {@code next}. */
  synchronized void enter(Phase next) {
    trainingSeconds = seconds();
    phase = next;
    changed();
  }

  private synchronized void changed() {
    version++;
    notifyAll();
  }

  private synchronized double seconds() {
    return phase == Phase.TRAINING ? (System.nanoTime() - start) / 1e9 : trainingSeconds;
  }

  /** How far it is now. */
  synchronized LiveProgress progress() {
    return new LiveProgress(version, phase, total, done, failed, kept.size(), seconds(), last);
  }

  /** How far it is as soon as that is another version than {@code seen}, or after a while. */
  synchronized LiveProgress awaitOther(long seen, long milliseconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    for (long left = milliseconds; version == seen && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    return progress();
  }

  /** The trials so far, which do not change any more. */
  synchronized RunSource soFar() {
    RunFacts now =
        new RunFacts(
            facts.name(),
            facts.epochs(),
            facts.trainSize(),
            facts.testSize(),
            seconds(),
            facts.ranges(),
            facts.rates(),
            facts.provenance(),
            facts.configuration());
    return new SoFar(now, List.copyOf(kept.values()));
  }

  private record SoFar(RunFacts facts, List<TrialResult> trials) implements RunSource {
    @Override
    public void forEachTrial(Consumer<TrialResult> action) {
      trials.forEach(action);
    }
  }
}
