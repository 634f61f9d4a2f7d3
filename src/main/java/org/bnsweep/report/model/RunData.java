package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.settings.AxisScale;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.Recording;

/**
 * A run as the report draws it: few enough numbers for one page, however many trials it has.
 *
 * @param facts of the run
 * @param axes every axis with its values in the grid's order
 * @param averaged the axes that {@code groups} average over
 * @param groups one per position on the other axes, in the grid's order
 * @param trials every trial, in the grid's order; empty if there are too many for a page
 * @param samples what some trials kept beside their curves
 * @param recorded what was recorded, be it here or not
 * @param counts over all trials
 */
public record RunData(
    RunFacts facts,
    Map<Hyperparameter, List<AxisValue>> axes,
    Set<Hyperparameter> averaged,
    List<Group> groups,
    List<TrialRow> trials,
    RecordedSamples samples,
    Set<Recording> recorded,
    Counts counts) {
  private static final int MOST_HEAT_VALUES = 128;

  /** A cell takes some 340 bytes of an SVG, in its three maps. */
  private static final int MOST_HEAT_CELLS = 5_000;

  /** The axes with more than one value, in the enum's order. */
  public List<Hyperparameter> varying() {
    return axes.entrySet().stream()
        .filter(e -> e.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What normalizes the networks of its trials. */
  public Set<NormalizationKind> normalizations() {
    List<String> texts =
        values(Hyperparameter.NORMALIZATION).stream().map(AxisValue::text).toList();
    Set<NormalizationKind> kinds = EnumSet.allOf(NormalizationKind.class);
    kinds.removeIf(kind -> !texts.contains(Hyperparameter.NORMALIZATION.text(kind)));
    return kinds;
  }

  /** What normalizes the trials at {@code position}. */
  public NormalizationKind kind(Position position) {
    String text = value(Hyperparameter.NORMALIZATION, position).text();
    return normalizations().stream()
        .filter(kind -> Hyperparameter.NORMALIZATION.text(kind).equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** Whether groups differ in what normalizes, so that charts have a line for each kind. */
  public boolean comparesKinds() {
    return shown().contains(Hyperparameter.NORMALIZATION);
  }

  /** The groups of networks with {@code kind} alone. */
  public RunData only(NormalizationKind kind) {
    String text = Hyperparameter.NORMALIZATION.text(kind);
    return with(
        groups.stream()
            .filter(g -> value(Hyperparameter.NORMALIZATION, g.position()).text().equals(text))
            .toList());
  }

  /**
   * One group of those that differ in the normalization's settings alone: their plain networks are
   * the same, of the same batches, and would count as several.
   *
   * @param drawn axes that a chart has, whose groups stay apart
   */
  public RunData withOnePlainNetworkEach(Collection<Hyperparameter> drawn) {
    Set<Hyperparameter> others = EnumSet.allOf(Hyperparameter.class);
    others.removeAll(Hyperparameter.OF_NORMALIZATION);
    others.addAll(drawn);
    Map<Position, Group> first = new LinkedHashMap<>();
    for (Group group : groups) {
      first.merge(group.position().only(others), group, (a, b) -> a.bands().trials() > 0 ? a : b);
    }
    return with(List.copyOf(first.values()));
  }

  private RunData with(List<Group> others) {
    return new RunData(facts, axes, averaged, others, trials, samples, recorded, counts);
  }

  /** What a part of a chart with the axes {@code drawn} averages over. */
  public List<Hyperparameter> averagedOver(Collection<Hyperparameter> drawn) {
    return varying().stream()
        .filter(axis -> !drawn.contains(axis))
        .filter(axis -> axis != Hyperparameter.NORMALIZATION || !comparesKinds())
        .toList();
  }

  /** The varying axes that tell the groups apart: not the averaged ones. */
  public List<Hyperparameter> shown() {
    return varying().stream().filter(a -> !averaged.contains(a)).toList();
  }

  /** The axis of the final accuracies: the first that has two numbers, counts last. */
  public Optional<Hyperparameter> finalAxis() {
    return shown().stream()
        .filter(a -> a.numeric() && a.scale() != AxisScale.REPETITIONS)
        .sorted(Comparator.comparing(Hyperparameter::whole))
        .filter(a -> values(a).stream().filter(v -> v.hasPlaceOn(a)).count() > 1)
        .findFirst();
  }

  /**
   * The axes of the heat maps, to the right and upwards: the first two shown that together have few
   * enough values for one picture, but not what normalizes: of that there is a map each. Empty if
   * there are no two.
   */
  public Optional<List<Hyperparameter>> heatAxes() {
    List<Hyperparameter> axes =
        shown().stream()
            .filter(a -> a != Hyperparameter.NORMALIZATION)
            .filter(a -> values(a).size() <= MOST_HEAT_VALUES)
            .toList();
    return axes.stream()
        .flatMap(x -> axes.stream().map(y -> List.of(x, y)))
        .filter(pair -> pair.get(0).compareTo(pair.get(1)) < 0)
        .filter(pair -> values(pair.get(0)).size() * values(pair.get(1)).size() <= MOST_HEAT_CELLS)
        .findFirst();
  }

  /** The values of {@code axis}, in the grid's order. */
  public List<AxisValue> values(Hyperparameter axis) {
    return axes.getOrDefault(axis, List.of());
  }

  /** The value of {@code axis} that {@code position} stands for; not {@link Position#ANY}. */
  public AxisValue value(Hyperparameter axis, Position position) {
    return values(axis).get(position.on(axis));
  }

  /** Where {@code position} lies on {@code axes}, briefly: {@code W:0.1 lr:0.01}. */
  public String place(List<Hyperparameter> axes, Position position) {
    return axes.stream()
        .map(axis -> axis.symbol() + ":" + value(axis, position).brief())
        .collect(Collectors.joining(" "));
  }

  /** The groups averaged over all axes but {@code axes}, in the grid's order. */
  public List<Group> groupedBy(Set<Hyperparameter> axes) {
    Map<Position, PairBands> merged = new LinkedHashMap<>();
    for (Group group : groups) {
      merged
          .computeIfAbsent(group.position().only(axes), p -> new PairBands(group.bands().kept()))
          .add(group.bands());
    }
    List<Group> result = new ArrayList<>(merged.size());
    merged.forEach((position, bands) -> result.add(new Group(position, bands)));
    return result;
  }
}
