package org.bnsweep.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the small multiples of what was recorded: lines and bands over the epochs.
 *
 * @param title empty for none
 * @param curves in the order to draw them
 */
record EpochPanel(String title, List<Curve> curves) {
  private static final double DOT = 7;

  EpochPanel {
    curves = List.copyOf(curves);
  }

  /**
   * A line, or a band between two.
   *
   * @param epochs ascending
   * @param edges one of a line, lower and upper of a band; each with a number by epoch, which is
   *     left out where it has no place
   */
  record Curve(Ink ink, List<Integer> epochs, List<List<Double>> edges) {}

  /** What its upright axis has to show. */
  Stream<Double> values() {
    return curves.stream().flatMap(curve -> curve.edges().stream()).flatMap(List::stream);
  }

  /**
   * Draws the curves into {@code plot}.
   *
   * @param last epoch, at its right end
   */
  void paint(Graphics2D graphics, Rectangle2D plot, ValueScale scale, int last) {
    for (Curve curve : curves) {
      List<List<Point2D>> edges =
          curve.edges().stream().map(edge -> places(curve, edge, plot, scale, last)).toList();
      if (edges.size() == 2) {
        graphics.setColor(curve.ink().band());
        areas(edges.get(0), edges.get(1)).forEach(graphics::fill);
      }
    }
    for (Curve curve : curves) {
      graphics.setColor(curve.ink().colour());
      graphics.setStroke(curve.edges().size() == 1 ? curve.ink().stroke() : curve.ink().edge());
      for (List<Double> edge : curve.edges()) {
        List<Point2D> places = places(curve, edge, plot, scale, last);
        graphics.draw(line(places));
        alone(places).forEach(graphics::fill);
      }
    }
  }

  private static List<Point2D> places(
      Curve curve, List<Double> edge, Rectangle2D plot, ValueScale scale, int last) {
    return IntStream.range(0, edge.size())
        .<Point2D>mapToObj(
            i ->
                new Point2D.Double(
                    plot.getX() + plot.getWidth() * curve.epochs().get(i) / Math.max(1, last),
                    plot.getMaxY() - plot.getHeight() * scale.share(edge.get(i))))
        .toList();
  }

  /** In one piece, as dashes would start anew at every point; gaps where a point has no place. */
  private static Path2D line(List<Point2D> places) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < places.size(); i++) {
      if (has(places, i)) {
        if (has(places, i - 1)) {
          path.lineTo(places.get(i).getX(), places.get(i).getY());
        } else {
          path.moveTo(places.get(i).getX(), places.get(i).getY());
        }
      }
    }
    return path;
  }

  /** Dots at the points that no line leads to. */
  private static List<Ellipse2D> alone(List<Point2D> places) {
    return IntStream.range(0, places.size())
        .filter(i -> has(places, i) && !has(places, i - 1) && !has(places, i + 1))
        .<Ellipse2D>mapToObj(
            i ->
                new Ellipse2D.Double(
                    places.get(i).getX() - DOT / 2, places.get(i).getY() - DOT / 2, DOT, DOT))
        .toList();
  }

  /** What lies between {@code low} and {@code high}, an area for each piece without gaps. */
  private static List<Path2D> areas(List<Point2D> low, List<Point2D> high) {
    List<Path2D> areas = new ArrayList<>();
    for (int from = 0; from < low.size(); ) {
      int to = from;
      while (has(low, to) && has(high, to)) {
        to++;
      }
      if (to - from > 1) {
        Path2D area = line(low.subList(from, to));
        for (int i = to - 1; i >= from; i--) {
          area.lineTo(high.get(i).getX(), high.get(i).getY());
        }
        area.closePath();
        areas.add(area);
      }
      from = to + 1;
    }
    return areas;
  }

  private static boolean has(List<Point2D> places, int i) {
    return i >= 0 && i < places.size() && Double.isFinite(places.get(i).getY());
  }
}
