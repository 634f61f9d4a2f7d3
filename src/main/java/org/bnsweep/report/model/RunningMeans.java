package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.sweep.TrialResult;

/**
 * The means of trials that are too many to keep, in memory that does not grow with them.
 *
 * <p>At first only seeds are averaged over. Whenever there are more groups than there is room for,
 * one more axis is: the one with the most values so far, the weight scale last. What was averaged
 * cannot be told apart again. Activations are not kept.
 *
 * <p>Mutable, for one thread.
 */
public final class RunningMeans {
  /** About 20 MB; an epoch of a group has two, or four with test samples. */
  static final int MOST_MEANS = 400_000;

  private final GridOrder order;
  private final KeptEpochs epochs;
  private final int mostGroups;
  private final AxisValues values = new AxisValues();
  private final Set<Hyperparameter> averaged = EnumSet.of(Hyperparameter.SEED);
  private Map<Position, PairBands> groups = new HashMap<>();
  private final Tally tally = new Tally();

  /** Nothing yet, of the run of {@code facts} over a grid of {@code order}. */
  public RunningMeans(RunFacts facts, GridOrder order) {
    this.order = order;
    this.epochs = KeptEpochs.all(facts);
    this.mostGroups = Math.max(1, Math.min(RunDataReader.MOST_ROWS, MOST_MEANS / epochs.means()));
  }

  /** Counts one more trial. */
  public void add(TrialResult result) {
    tally.add(result);
    Position position = values.position(result.trial().hyperparameters(), averaged);
    PairBands bands = groups.computeIfAbsent(position, p -> new PairBands(epochs));
    if (result.outcome() instanceof TrialResult.Trained trained) {
      bands.add(trained.curves());
    }
    while (groups.size() > mostGroups) {
      averageOver(next().orElseThrow());
    }
  }

  private Optional<Hyperparameter> next() {
    return Stream.of(Hyperparameter.values())
        .filter(a -> !averaged.contains(a) && values.count(a) > 1)
        .max(
            Comparator.comparing((Hyperparameter a) -> a != Hyperparameter.WEIGHT_SCALE)
                .thenComparing(values::count));
  }

  private void averageOver(Hyperparameter axis) {
    averaged.add(axis);
    groups = merged();
  }

  /** The groups averaged over what they are to be averaged over by now; new ones. */
  private Map<Position, PairBands> merged() {
    Set<Hyperparameter> kept = EnumSet.complementOf(EnumSet.copyOf(averaged));
    Map<Position, PairBands> merged = new HashMap<>();
    groups.forEach(
        (position, bands) ->
            merged.computeIfAbsent(position.only(kept), p -> new PairBands(epochs)).add(bands));
    return merged;
  }

  /** What there is so far, in the grid's order; later trials do not change it. */
  public RunData soFar(RunFacts facts) {
    List<Group> copies = new ArrayList<>(groups.size());
    merged().forEach((position, bands) -> copies.add(new Group(position, bands)));
    Map<Hyperparameter, List<AxisValue>> arrived = values.axes();
    Map<Hyperparameter, List<AxisValue>> axes = order.sorted(arrived);
    return new RunData(
        facts,
        axes,
        Collections.unmodifiableSet(EnumSet.copyOf(averaged)),
        order.sorted(copies, arrived, axes),
        List.of(),
        RecordedSamples.NONE,
        tally.recorded(),
        tally.counts());
  }
}
