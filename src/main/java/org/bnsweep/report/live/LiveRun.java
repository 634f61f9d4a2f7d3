package org.bnsweep.report.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.live.LiveProgress.Phase;
import org.bnsweep.report.model.GridOrder;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.report.model.RunningMeans;
import org.bnsweep.sweep.SweepProgress;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.Network;
import org.bnsweep.train.Recorded;

/**
 * A run while it is trained: the trials finished so far, as many as a page can list, or their means
 * if they are more.
 *
 * <p>From {@link #MOST_TRIALS} trials on, or {@link #MOST_POINTS} points of their curves, means are
 * kept, so that memory is bounded however large the grid. Safe for use by many threads; the one
 * that trains waits for those that watch only while what there is is copied: references to the
 * trials, or their means, at most {@link RunningMeans#MOST_MEANS}.
 */
final class LiveRun {
  static final int MOST_TRIALS = RunDataReader.MOST_ROWS;

  /** About 60 MB. */
  static final int MOST_POINTS = 1_000_000;

  /** Histograms of activations, about 10 MB; of later trials they are shown at the end. */
  static final int MOST_LAYERS = 5_000;

  /** Numbers of gradients and landscapes, about 5 MB; likewise. */
  static final int MOST_PROBES = 100_000;

  private final RunFacts facts;
  private final long total;
  private final Map<String, Integer> order;
  private final GridOrder gridOrder;
  private final long start = System.nanoTime();

  private final TreeMap<Integer, TrialResult> kept = new TreeMap<>();
  private Optional<RunningMeans> means = Optional.empty();
  private Phase phase = Phase.TRAINING;
  private long version;
  private long points;
  private long layers;
  private long probes;
  private long earlier;
  private long inFlight;
  private long done;
  private long failed;
  private double trainingSeconds;
  private String last = "";

  /**
   * A run of which nothing has finished.
   *
   * @param facts about it; the time is replaced by what has passed
   * @param planned all trials of the run, in the grid's order
   * @param total how many of them are to be trained
   */
  LiveRun(RunFacts facts, Trials planned, long total) {
    this.facts = facts;
    this.total = total;
    this.gridOrder = GridOrder.of(planned);
    this.order = planned.size() <= MOST_TRIALS ? order(planned) : Map.of();
  }

  /** The place of each trial in the grid, so that the page shows them in its order. */
  private static Map<String, Integer> order(Trials trials) {
    Map<String, Integer> order = new HashMap<>();
    for (int i = 0; i < trials.size(); i++) {
      order.put(trials.get(i).id(), i);
    }
    return order;
  }

  /** Knows from now on how many trials are being trained at the same time. */
  synchronized void training(long trials) {
    inFlight = trials;
  }

  /** Adds a trial that an earlier run has trained. */
  synchronized void trialOfAnEarlierRun(TrialResult result) {
    keep(result);
    earlier++;
    changed();
  }

  /** Adds one more finished trial. */
  synchronized void trialFinished(TrialResult result) {
    keep(result);
    done++;
    failed += result.outcome() instanceof TrialResult.Failed ? 1 : 0;
    last = LiveProgress.words(result);
    changed();
  }

  private void keep(TrialResult result) {
    points += points(result);
    if (means.isEmpty() && (kept.size() == MOST_TRIALS || points > MOST_POINTS)) {
      RunningMeans ofAll = new RunningMeans(facts, gridOrder);
      kept.values().forEach(ofAll::add);
      kept.clear();
      means = Optional.of(ofAll);
    }
    if (means.isPresent()) {
      means.get().add(result);
    } else {
      // A huge grid's trials come roughly in its order.
      kept.put(
          order.getOrDefault(result.trial().id(), MOST_TRIALS + kept.size()), affordable(result));
    }
  }

  /** Without what the page does not show, and what was recorded if there is no room for it. */
  private TrialResult affordable(TrialResult result) {
    if (!(result.outcome() instanceof TrialResult.Trained trained)) {
      return result;
    }
    return new TrialResult(
        result.trial(),
        new TrialResult.Trained(
            trained.curves(), affordable(trained.recorded()), trained.arithmetic()),
        result.seconds());
  }

  private Recorded affordable(Recorded recorded) {
    int ofLayers = recorded.activations().size();
    int ofProbes =
        recorded.gradients().size() + 2 * Landscape.STEPS.size() * recorded.landscapes().size();
    boolean layersFit = layers + ofLayers <= MOST_LAYERS;
    boolean probesFit = probes + ofProbes <= MOST_PROBES;
    layers += layersFit ? ofLayers : 0;
    probes += probesFit ? ofProbes : 0;
    return new Recorded(
        layersFit ? recorded.activations() : List.of(),
        probesFit ? recorded.gradients() : List.of(),
        probesFit ? recorded.landscapes() : List.of());
  }

  private static int points(TrialResult result) {
    int points = 0;
    if (result.outcome() instanceof TrialResult.Trained trained) {
      for (Network network : Network.values()) {
        points += trained.curves().of(network).points().size();
      }
    }
    return points;
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
    SweepProgress sweep = new SweepProgress(total, inFlight, done, seconds());
    return new LiveProgress(version, phase, sweep, failed, earlier, last);
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

  /** What the page shows of the trials so far; there must be one. Later trials do not change it. */
  RunData soFar() {
    RunSource listed;
    synchronized (this) {
      if (means.isPresent()) {
        return means.get().soFar(now());
      }
      listed = new SoFar(now(), List.copyOf(kept.values()));
    }
    return RunDataReader.read(listed);
  }

  private RunFacts now() {
    return facts.after(seconds());
  }

  private record SoFar(RunFacts facts, List<TrialResult> trials) implements RunSource {
    @Override
    public void forEachTrial(Consumer<TrialResult> action) {
      trials.forEach(action);
    }
  }
}
