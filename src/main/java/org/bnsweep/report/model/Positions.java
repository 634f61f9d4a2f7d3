package org.bnsweep.report.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.settings.Hyperparameter;

/**
 * The positions of all trials of a run, in their order: of a grid of a million a few bytes each,
 * one for each axis of up to 128 values, two up to 32,768.
 *
 * <p>Mutable, for one thread.
 */
final class Positions {
  private static final List<Hyperparameter> AXES = List.of(Hyperparameter.values());

  private final List<CompactIndexList> columns =
      Stream.generate(CompactIndexList::new).limit(AXES.size()).toList();

  void add(Position position) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(position.on(AXES.get(i)));
    }
  }

  Position get(int trial) {
    return new Position(columns.stream().map(column -> column.get(trial)).toList());
  }

  int size() {
    return columns.get(0).size();
  }

  /** The positions that differ on {@code axes}, counted up to one more than {@code most}. */
  int distinct(Set<Hyperparameter> axes, int most) {
    Set<Position> distinct = new HashSet<>();
    for (int i = 0; i < size() && distinct.size() <= most; i++) {
      distinct.add(get(i).only(axes));
    }
    return distinct.size();
  }
}
