package org.bnsweep.report.chart;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bnsweep.report.model.AxisValue;
import org.bnsweep.report.model.Group;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.report.model.RunData;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.Network;

/**
 * Final accuracies over two axes.
 *
 * @param x axis to the right
 * @param y axis upwards
 * @param xs its values, numbers ascending, then words
 * @param ys likewise
 * @param cells bands by place, where there are trials
 */
record HeatMapCells(
    Hyperparameter x,
    Hyperparameter y,
    List<AxisValue> xs,
    List<AxisValue> ys,
    Map<Place, PairBands> cells) {
  /** A column and a row, from 0 at the lower left. */
  record Place(int column, int row) {}

  /** Over {@link RunData#heatAxes}; empty if there are none. */
  static Optional<HeatMapCells> of(RunData data) {
    return data.heatAxes().map(pair -> of(data, pair.get(0), pair.get(1)));
  }

  private static HeatMapCells of(RunData data, Hyperparameter x, Hyperparameter y) {
    List<AxisValue> xs = sorted(data.values(x));
    List<AxisValue> ys = sorted(data.values(y));
    Map<Place, PairBands> cells = new HashMap<>();
    for (Group group : data.groupedBy(EnumSet.of(x, y))) {
      Place place =
          new Place(
              xs.indexOf(data.value(x, group.position())),
              ys.indexOf(data.value(y, group.position())));
      cells.put(place, group.bands());
    }
    return new HeatMapCells(x, y, xs, ys, cells);
  }

  /** A number for each place that has trained trials, as {x, y, number}. */
  List<Number[]> entries(Function<PairBands, Double> number) {
    return IntStream.range(0, xs.size() * ys.size())
        .mapToObj(i -> new Place(i % xs.size(), i / xs.size()))
        .filter(p -> cells.containsKey(p) && cells.get(p).trials() > 0)
        .map(p -> new Number[] {p.column(), p.row(), number.apply(cells.get(p))})
        .toList();
  }

  /** How much better the normalized network ends, -1 to 1. */
  static double difference(PairBands bands) {
    return bands.last(Network.NORMALIZED).mean() - bands.last(Network.PLAIN).mean();
  }

  private static List<AxisValue> sorted(List<AxisValue> values) {
    return values.stream().sorted(Comparator.comparingDouble(AxisValue::number)).toList();
  }
}
