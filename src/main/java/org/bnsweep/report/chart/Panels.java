package org.bnsweep.report.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.model.Group;
import org.bnsweep.report.model.KeptEpochs;
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
   * A panel per setting if there are few enough, else per value of the first axis, which is the
   * weight scale where that varies; every second, third, ... if these are too many as well.
   */
  static Panels of(RunData data) {
    List<Hyperparameter> shown = data.shown();
    if (data.groups().size() <= MOST) {
      return of(
          data, data.groups(), shown.isEmpty() ? List.of(Hyperparameter.WEIGHT_SCALE) : shown);
    }
    List<Hyperparameter> by = shown.stream().limit(1).toList();
    Set<Hyperparameter> kept =
        by.isEmpty() ? EnumSet.noneOf(Hyperparameter.class) : EnumSet.copyOf(by);
    return of(data, data.groupedBy(kept), by);
  }

  private static Panels of(RunData data, List<Group> groups, List<Hyperparameter> axes) {
    int step = (groups.size() + MOST - 1) / MOST;
    List<Panel> drawn =
        IntStream.range(0, groups.size())
            .filter(i -> i % step == 0)
            .mapToObj(i -> panel(data, groups.get(i), axes))
            .toList();
    return new Panels(drawn, groups.size(), axes);
  }

  private static Panel panel(RunData data, Group group, List<Hyperparameter> axes) {
    String title =
        axes.isEmpty()
            ? "all trials"
            : axes.stream()
                .map(a -> a.symbol() + ":" + data.value(a, group.position()).brief())
                .collect(Collectors.joining(" "));
    return new Panel(group.bands().trials() > 0 ? title : title + ", failed", group.bands());
  }

  /** What the lines are, what they average, and what was left out. */
  String note(RunData data) {
    RunFacts facts = data.facts();
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "accuracy on %,d training samples", facts.trainSize()));
    if (drawn.get(0).tested()) {
      parts.add(String.format(Locale.ROOT, "dotted, on %,d test samples", facts.testSize()));
    }
    List<Hyperparameter> averaged = data.varying().stream().filter(a -> !axes.contains(a)).toList();
    parts.add(AveragesNote.of(drawn.stream().map(Panel::bands).toList(), "panel", averaged));
    KeptEpochs kept = drawn.get(0).bands().kept();
    if (kept.train().size() < kept.run()) {
      parts.add("drawn at " + kept.train().size() + " of " + kept.run() + " epochs");
    }
    if (drawn.size() < all) {
      parts.add(drawn.size() + " of " + all + " panels");
    }
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }
}
