package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bnsweep.report.io.ReportException;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.sweep.TrialResult;

/**
 * Condenses a run: reads it once to learn the grid, once to average the curves.
 *
 * <p>Memory holds a few bytes per trial, and curves only per group, at the epochs that the page
 * shows of so many: about 20 MB. Up to {@link #MOST_ROWS} trials, only seeds are averaged over;
 * above, further axes are: each that has more values than that, then the one with the most values
 * first and the weight scale last, until there are at most that many groups.
 */
public final class RunDataReader {
  /** Trials, or else groups, that one page can list. */
  public static final int MOST_ROWS = 10_000;

  private final RunSource source;
  private final AxisValues values = new AxisValues();
  private final Positions positions = new Positions();

  private RunDataReader(RunSource source) {
    this.source = source;
  }

  /**
   * Reads {@code source}, twice.
   *
   * @throws ReportException if there is no trial
   */
  public static RunData read(RunSource source) {
    return new RunDataReader(source).read();
  }

  private RunData read() {
    source.forEachSetting(settings -> positions.add(values.position(settings)));
    if (positions.size() == 0) {
      throw new ReportException("run " + source.facts().name() + " has no finished trial");
    }
    Set<Hyperparameter> averaged = averaged();
    Averages averages = new Averages(averaged);
    source.forEachTrial(averages);
    List<Group> groups = new ArrayList<>(averages.groups.size());
    averages.groups.forEach((position, bands) -> groups.add(new Group(position, bands)));
    return new RunData(
        source.facts(),
        values.axes(),
        Collections.unmodifiableSet(averaged),
        groups,
        averages.rows,
        averages.samples.chosen(),
        averages.tally.recorded(),
        averages.tally.counts());
  }

  /** What the second reading gathers. */
  private final class Averages implements Consumer<TrialResult> {
    final Map<Position, PairBands> groups = new LinkedHashMap<>();
    final List<TrialRow> rows = new ArrayList<>();
    final RecordedSamples.Choice samples;
    final Tally tally = new Tally();
    private final Set<Hyperparameter> kept;
    private final KeptEpochs epochs;
    private int next;

    Averages(Set<Hyperparameter> averaged) {
      kept = EnumSet.complementOf(EnumSet.copyOf(averaged));
      epochs = CurveBudget.of(source.facts(), positions.size(), groupsWithout(averaged)).epochs();
      samples = new RecordedSamples.Choice(kept);
    }

    @Override
    public void accept(TrialResult result) {
      tally.add(result);
      Position position = positions.get(next++);
      PairBands bands = groups.computeIfAbsent(position.only(kept), p -> new PairBands(epochs));
      if (result.outcome() instanceof TrialResult.Trained trained) {
        bands.add(trained.curves());
        samples.add(position, trained.recorded());
      }
      if (positions.size() <= MOST_ROWS) {
        rows.add(row(result, position));
      }
    }
  }

  private static TrialRow row(TrialResult result, Position position) {
    String message = result.outcome() instanceof TrialResult.Failed failed ? failed.message() : "";
    return new TrialRow(result.trial().id(), position, PairFigures.of(result.outcome()), message);
  }

  /** The axes to average over: seeds, and as many more as it takes. */
  private Set<Hyperparameter> averaged() {
    Set<Hyperparameter> averaged = EnumSet.of(Hyperparameter.SEED);
    if (positions.size() <= MOST_ROWS) {
      return averaged;
    }
    averaged.addAll(values.tooMany());
    List<Hyperparameter> candidates =
        Stream.of(Hyperparameter.values())
            .filter(a -> a != Hyperparameter.SEED && a != Hyperparameter.WEIGHT_SCALE)
            .sorted(Comparator.comparingInt(a -> -values.count(a)))
            .toList();
    for (Hyperparameter axis : candidates) {
      if (groupsWithout(averaged) <= MOST_ROWS) {
        return averaged;
      }
      averaged.add(axis);
    }
    if (groupsWithout(averaged) > MOST_ROWS) {
      averaged.add(Hyperparameter.WEIGHT_SCALE);
    }
    return averaged;
  }

  private int groupsWithout(Set<Hyperparameter> averaged) {
    return positions.distinct(EnumSet.complementOf(EnumSet.copyOf(averaged)), MOST_ROWS);
  }
}
