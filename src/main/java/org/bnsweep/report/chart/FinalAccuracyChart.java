package org.bnsweep.report.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bnsweep.report.model.AxisValue;
import org.bnsweep.report.model.Group;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.report.model.RunData;
import org.bnsweep.settings.AxisScale;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.Network;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/**
 * The accuracy at the last epoch against one axis of numbers, with intervals: of both networks, or
 * of one of each kind and the plain one.
 */
final class FinalAccuracyChart implements Picture {
  private static final int CHART_HEIGHT = 720;
  private static final int WIDTH = 1200;
  private static final int BORDER = 16;

  /**
   * A network's accuracies.
   *
   * @param network whose
   * @param bands averaged, by value of the axis
   * @param train on training samples
   * @param test on test samples, if there are any
   */
  private record Curve(Compared network, List<PairBands> bands, Line train, Optional<Line> test) {}

  private final String name;
  private final Hyperparameter axis;
  private final List<Curve> curves;
  private final String note;
  private final Footnote footnote;

  private FinalAccuracyChart(RunData data, Hyperparameter axis, List<Curve> curves, String note) {
    this.name = data.facts().name();
    this.axis = axis;
    this.curves = curves;
    this.note = note;
    this.footnote = Footnote.of(note, WIDTH - 2 * BORDER);
  }

  /** Against {@link RunData#finalAxis}; empty if there is none. */
  static Optional<FinalAccuracyChart> of(RunData data) {
    return data.finalAxis().map(axis -> of(data, axis));
  }

  private static FinalAccuracyChart of(RunData data, Hyperparameter axis) {
    List<Curve> curves = new ArrayList<>();
    for (Compared network : Compared.of(data)) {
      curves.add(curve(network.in(data, Set.of(axis)), axis, network));
    }
    curves.removeIf(curve -> curve.bands().isEmpty());
    List<PairBands> bands = curves.stream().flatMap(c -> c.bands().stream()).toList();
    return new FinalAccuracyChart(
        data, axis, curves, AveragesNote.joined(note(data, axis, bands), dotted(curves)));
  }

  /** The line of {@code compared} in {@code data}, whose groups are averaged over other axes. */
  private static Curve curve(RunData data, Hyperparameter axis, Compared compared) {
    Network network = compared.network();
    Ink ink = compared.ink();
    List<Group> groups =
        data.groupedBy(EnumSet.of(axis)).stream()
            .filter(g -> data.value(axis, g.position()).hasPlaceOn(axis))
            .sorted(Comparator.comparingDouble(g -> data.value(axis, g.position()).number()))
            .toList();
    List<Double> x = groups.stream().map(g -> data.value(axis, g.position()).number()).toList();
    List<PairBands> bands = groups.stream().map(Group::bands).toList();
    int last = data.facts().epochs() - 1;
    Line train = new Line(ink, x, bands.stream().map(b -> b.train(network, last)).toList());
    Optional<Line> test =
        data.facts().testSize() == 0
            ? Optional.empty()
            : Optional.of(
                new Line(ink, x, bands.stream().map(b -> b.test(network, last)).toList()));
    return new Curve(compared, bands, train, test);
  }

  /** What the points average, and which values have none. */
  static String note(RunData data, Hyperparameter axis, List<PairBands> bands) {
    List<String> without =
        data.values(axis).stream().filter(v -> !v.hasPlaceOn(axis)).map(AxisValue::brief).toList();
    String left =
        without.isEmpty()
            ? ""
            : "without %s, which %s no place on this axis"
                .formatted(String.join(", ", without), without.size() == 1 ? "has" : "have");
    return AveragesNote.joined(
        AveragesNote.of(bands, "point", data.averagedOver(Set.of(axis))), left);
  }

  /** What the dotted lines are, where the legend has no room for them. */
  private static String dotted(List<Curve> curves) {
    return legendHasTests(curves) || curves.stream().allMatch(c -> c.test().isEmpty())
        ? ""
        : "dotted, on test samples";
  }

  private static boolean legendHasTests(List<Curve> curves) {
    return curves.size() <= 2;
  }

  /** Powers of ten between the least and the largest x. */
  private double decades() {
    DoubleSummaryStatistics x =
        curves.stream()
            .flatMap(c -> c.train().x().stream())
            .mapToDouble(v -> v)
            .summaryStatistics();
    return Math.log10(x.getMax() / x.getMin());
  }

  /** What is written below, where letters are outlines. */
  String note() {
    return note;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return CHART_HEIGHT + footnote.height();
  }

  @Override
  public String description() {
    return "%s: accuracy at the last epoch against %s, %s%s"
        .formatted(
            name,
            axis.label(),
            Compared.words(curves.stream().map(Curve::network).toList()),
            curves.stream().allMatch(c -> c.test().isEmpty()) ? "" : "; dotted, on test samples");
  }

  @Override
  public void paint(Graphics2D graphics) {
    chart().paint(graphics, width(), CHART_HEIGHT);
    footnote.paint(graphics, BORDER, CHART_HEIGHT);
  }

  /** A new chart, to be painted once. */
  XYChart chart() {
    XYChart chart = new XYChart(width(), CHART_HEIGHT);
    XYStyler styler = chart.getStyler();
    ChartStyle.apply(styler);
    styler.setChartPadding(BORDER);
    styler.setPlotContentSize(0.95);
    styler.setYAxisMin(0.0).setYAxisMax(1.0).setYAxisDecimalPattern("0.0");
    boolean logarithmic = axis.scale() == AxisScale.LOGARITHMIC;
    styler.setXAxisLogarithmic(logarithmic);
    styler.setXAxisLogarithmicDecadeOnly(logarithmic && decades() >= 2);
    styler.setXAxisTickLabelsFormattingFunction(v -> Numbers.brief(v));
    styler.setXAxisTickMarkSpacingHint(110).setYAxisTickMarkSpacingHint(60);
    // Below: inside, it covers lines of one run or another.
    styler.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
    styler.setMarkerSize(11);
    chart.setTitle("final accuracy by " + axis.label());
    chart.setXAxisTitle(axis.label() + (logarithmic ? " (logarithmic)" : ""));
    chart.setYAxisTitle("accuracy");
    curves.forEach(curve -> curve.train().addBandTo(chart));
    curves.forEach(curve -> curve.train().addLineTo(chart, curve.network().label()));
    for (Curve curve : curves) {
      curve
          .test()
          .map(test -> test.addTestTo(chart, curve.network().label()))
          .ifPresent(line -> line.setShowInLegend(legendHasTests(curves)));
    }
    ChartStyle.roundTicks(chart, curves.get(0).train().x().get(0));
    return chart;
  }
}
