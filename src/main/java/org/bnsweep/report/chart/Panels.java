package org.bnsweep.report.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.model.Group;
import org.bnsweep.report.model.KeptEpochs;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.report.model.Position;
import org.bnsweep.report.model.RunData;
import org.bnsweep.settings.Hyperparameter;

/**
 * The small multiples of a run.
 *
 * @param drawn in the grid's order, at least one
 * @param all how many there were to draw
 * @param axes that tell them apart
 */
record Panels(List<Panel> drawn, int all, List<Hyperparameter> axes) {
  /** Panels of one legible image. */
  static final int MOST = 36;

  Panels {
    drawn = List.copyOf(drawn);
    axes = List.copyOf(axes);
  }

  /**
   * A panel per setting, whatever normalizes there, if there are few enough, else per value of the
   * first axis, which is the weight scale where that varies; every second, third, ... if these are
   * too many as well.
   */
  static Panels of(RunData data) {
    // Of what normalizes, a panel has a line each.
    List<Hyperparameter> shown =
        data.shown().stream().filter(a -> a != Hyperparameter.NORMALIZATION).toList();
    Panels all = of(data, shown.isEmpty() ? List.of(Hyperparameter.WEIGHT_SCALE) : shown);
    return all.all <= MOST ? all : of(data, shown.subList(0, 1));
  }

  private static Panels of(RunData data, List<Hyperparameter> axes) {
    Set<Hyperparameter> drawn = EnumSet.copyOf(axes);
    Map<Position, List<Panel.Curve>> panels = new LinkedHashMap<>();
    data.groupedBy(drawn).forEach(group -> panels.put(group.position(), new ArrayList<>()));
    for (Compared network : Compared.of(data)) {
      for (Group group : network.in(data, axes).groupedBy(drawn)) {
        panels.get(group.position()).add(new Panel.Curve(network, group.bands()));
      }
    }
    int step = (panels.size() + MOST - 1) / MOST;
    List<Position> positions = List.copyOf(panels.keySet());
    List<Panel> some =
        IntStream.range(0, positions.size())
            .filter(i -> i % step == 0)
            .mapToObj(i -> panel(data, axes, positions.get(i), panels.get(positions.get(i))))
            .toList();
    return new Panels(some, panels.size(), axes);
  }

  private static Panel panel(
      RunData data, List<Hyperparameter> axes, Position position, List<Panel.Curve> curves) {
    String title = data.place(axes, position);
    boolean trained = curves.stream().anyMatch(curve -> curve.bands().trials() > 0);
    return new Panel(trained ? title : title + ", failed", curves);
  }

  /** What the lines are, what they average, and what was left out. */
  String note(RunData data) {
    RunFacts facts = data.facts();
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "accuracy on %,d training samples", facts.trainSize()));
    if (drawn.get(0).tested()) {
      parts.add(String.format(Locale.ROOT, "dotted, on %,d test samples", facts.testSize()));
    }
    List<PairBands> bands =
        drawn.stream().flatMap(panel -> panel.curves().stream()).map(Panel.Curve::bands).toList();
    parts.add(AveragesNote.of(bands, "panel", data.averagedOver(axes)));
    KeptEpochs kept = drawn.get(0).kept();
    if (kept.train().size() < kept.run()) {
      parts.add("drawn at " + kept.train().size() + " of " + kept.run() + " epochs");
    }
    if (drawn.size() < all) {
      parts.add(drawn.size() + " of " + all + " panels");
    }
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }
}
