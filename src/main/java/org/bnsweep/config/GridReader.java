package org.bnsweep.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.config.Node.Sequence;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Axis;
import org.bnsweep.sweep.Clause;
import org.bnsweep.sweep.Grid;
import org.bnsweep.sweep.GridException;
import org.bnsweep.sweep.GridException.Part;
import org.bnsweep.sweep.GridSample;

/** Reads the grid: its axes, and the points, clauses and sample that replace or narrow it. */
final class GridReader {
  /** Here and not in defaults.yaml, because a sample itself is not there by default. */
  private static final long DEFAULT_SAMPLE_SEED = 0;

  private final Mapping document;
  private final Mapping grid;
  private final Map<String, Object> settings = new LinkedHashMap<>();

  /**
   * @param document the whole, for what stands beside {@code grid}
   * @param grid the axes that are written; the others have their defaults, after them
   */
  GridReader(Mapping document, Mapping grid) {
    this.document = document;
    this.grid = grid;
  }

  /** How the grid is written, once it has been read: {@code grid} and what is beside it. */
  Map<String, Object> settings() {
    return settings;
  }

  Grid read() {
    Keys.check(grid, Keys.GRID);
    List<Axis> axes = axes();
    Optional<List<Hyperparameters>> points = selection("points").map(node -> points(node, axes));
    List<Clause> where = selection("where").map(this::where).orElse(List.of());
    Optional<GridSample> sample = selection("sample").map(this::sample);
    try {
      Grid trials =
          points.isPresent()
              ? Grid.points(points.get(), where, sample)
              : Grid.product(axes, where, sample);
      Limits.checkActivations(trials, grid);
      return trials;
    } catch (GridException e) {
      Optional<Node> culprit = selection(e.part() == Part.WHERE ? "where" : "points");
      throw culprit.orElse(grid).origin().error(e.getMessage());
    }
  }

  /** An error for one who needs a single trial and gets several because of {@code axis}. */
  ConfigException tooMany(Axis axis) {
    return selection("points")
        .map(points -> points.wrong("one point where a single trial is trained"))
        .orElseGet(
            () ->
                grid.entries()
                    .get(axis.name().word())
                    .wrong("one value where a single trial is trained"));
  }

  private List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    Map<String, Object> plain = new LinkedHashMap<>();
    grid.entries()
        .forEach(
            (key, node) ->
                Hyperparameter.of(key)
                    .ifPresent(
                        name -> {
                          AxisReader.Written written = AxisReader.read(name, node);
                          axes.add(written.axis());
                          plain.put(key, written.plain());
                        }));
    for (Hyperparameter setting : Hyperparameter.values()) {
      if (!grid.entries().containsKey(setting.word())) {
        axes.add(new Axis(setting, List.of(setting.byDefault())));
        plain.put(setting.word(), setting.plain(setting.byDefault()));
      }
    }
    settings.put("grid", Collections.unmodifiableMap(plain));
    return axes;
  }

  /** What selects trials, beside {@code grid} or inside it. */
  private Optional<Node> selection(String key) {
    Optional<Node> inside = Optional.ofNullable(grid.entries().get(key));
    Optional<Node> beside = Optional.ofNullable(document.entries().get(key));
    if (inside.isPresent() && beside.isPresent()) {
      throw inside
          .get()
          .origin()
          .error(key + " is given twice, inside grid and beside it, must be given once");
    }
    return inside.or(() -> beside);
  }

  private List<Hyperparameters> points(Node node, List<Axis> axes) {
    if (!(node instanceof Sequence list) || list.elements().isEmpty()) {
      throw node.wrong("a list of points, such as [{weight_scale: 0.1, seed: 0}]");
    }
    Map<Hyperparameter, Object> others = new EnumMap<>(Hyperparameter.class);
    for (Axis axis : axes) {
      if (axis.varies()) {
        Node several = grid.entries().get(axis.name().word());
        throw several.wrong("one value where there are points, which replace the product");
      }
      others.put(axis.name(), axis.values().get(0));
    }
    List<Map<String, Object>> plain = new ArrayList<>();
    List<Hyperparameters> points = new ArrayList<>();
    for (Node element : list.elements()) {
      Mapping point = element.mapping("a map of axes, such as {weight_scale: 0.1, seed: 0}");
      Keys.check(point, Keys.AXES);
      Map<Hyperparameter, Object> values = new EnumMap<>(others);
      Map<String, Object> written = new LinkedHashMap<>();
      point
          .entries()
          .forEach(
              (key, value) -> {
                Hyperparameter name = Hyperparameter.of(key).orElseThrow();
                values.put(name, AxisReader.value(name, value));
                written.put(key, name.plain(values.get(name)));
              });
      points.add(Hyperparameters.of(values));
      plain.add(written);
    }
    settings.put("points", plain);
    return points;
  }

  private List<Clause> where(Node node) {
    List<Clause> clauses = ClauseReader.read(node);
    settings.put("where", clauses.stream().map(Clause::toString).toList());
    return clauses;
  }

  private GridSample sample(Node node) {
    Mapping sample = node.mapping("a map, such as {count: 1000, seed: 0}");
    Keys.check(sample, Keys.SAMPLE);
    if (!sample.entries().containsKey("count")) {
      throw sample.wrong("with a count, such as {count: 1000, seed: 0}");
    }
    long count = Scalars.whole(sample.entries().get("count"), 1, Grid.MAX_TRIALS);
    Node seeded = sample.entries().get("seed");
    long seed =
        seeded == null ? DEFAULT_SAMPLE_SEED : Scalars.whole(seeded, 0, Hyperparameters.MOST_SEED);
    settings.put("sample", Map.of("count", count, "seed", seed));
    return new GridSample(count, seed);
  }
}
