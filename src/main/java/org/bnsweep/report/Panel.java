package org.bnsweep.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnsweep.sweep.AxisName;

/**
 * One of the small multiples: what was trained, and the curves.
 *
 * @param title its place in the grid, such as {@code W:0.1}
 * @param bands the accuracies
 */
record Panel(String title, PairBands bands) {
  /** Panels of one legible image. */
  static final int MOST = 36;

  /**
   * A panel per setting if there are few enough, else per value of the weight scale, else of the
   * first axis that has few enough values.
   */
  static List<Panel> of(RunData data) {
    List<AxisName> shown = data.shown();
    if (data.groups().size() <= MOST) {
      return data.groups().stream()
          .map(g -> panel(data, g, shown.isEmpty() ? List.of(AxisName.WEIGHT_SCALE) : shown))
          .toList();
    }
    List<AxisName> by = shown.stream().filter(a -> axis(data, a).size() <= MOST).limit(1).toList();
    Set<AxisName> kept = by.isEmpty() ? EnumSet.noneOf(AxisName.class) : EnumSet.copyOf(by);
    return data.groupedBy(kept).stream().map(g -> panel(data, g, by)).toList();
  }

  /** What the panels of {@code data} average; empty if each shows one trial. */
  static String note(RunData data, List<Panel> panels) {
    List<AxisName> averaged =
        data.varying().stream()
            .filter(a -> panels.stream().noneMatch(p -> p.title().contains(Axes.symbol(a) + ":")))
            .toList();
    return AveragesNote.of(panels.stream().map(Panel::bands).toList(), "panel", averaged);
  }

  private static List<AxisValue> axis(RunData data, AxisName axis) {
    return data.axes().getOrDefault(axis, List.of());
  }

  private static Panel panel(RunData data, Group group, List<AxisName> axes) {
    String title =
        axes.isEmpty()
            ? "all trials"
            : axes.stream()
                .map(a -> Axes.symbol(a) + ":" + data.value(a, group.position()).brief())
                .collect(Collectors.joining(" "));
    return new Panel(title, group.bands());
  }
}
