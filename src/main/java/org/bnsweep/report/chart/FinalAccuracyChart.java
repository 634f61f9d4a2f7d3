package org.bnsweep.report.chart;

import java.awt.Graphics2D;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.report.model.AxisValue;
import org.bnsweep.report.model.Group;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.report.model.RunData;
import org.bnsweep.settings.AxisScale;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.stats.Moments;
import org.bnsweep.train.Network;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The accuracy at the last epoch against one axis of numbers, both networks, with intervals. */
final class FinalAccuracyChart implements Picture {
  private static final int CHART_HEIGHT = 720;
  private static final int WIDTH = 1200;
  private static final int BORDER = 16;

  private final String name;
  private final Set<NormalizationKind> kinds;
  private final Hyperparameter axis;
  private final List<Line> lines;
  private final List<Line> tests;
  private final Footnote note;

  private FinalAccuracyChart(
      RunData data, Hyperparameter axis, List<Line> lines, List<Line> tests, String note) {
    this.name = data.facts().name();
    this.kinds = data.normalizations();
    this.axis = axis;
    this.lines = lines;
    this.tests = tests;
    this.note = Footnote.of(note, WIDTH - 2 * BORDER);
  }

  /** Against {@link RunData#finalAxis}; empty if there is none. */
  static Optional<FinalAccuracyChart> of(RunData data) {
    return data.finalAxis().map(axis -> of(data, axis));
  }

  private static FinalAccuracyChart of(RunData data, Hyperparameter axis) {
    List<Group> groups =
        data.groupedBy(EnumSet.of(axis)).stream()
            .filter(g -> data.value(axis, g.position()).hasPlaceOn(axis))
            .sorted(Comparator.comparingDouble(g -> data.value(axis, g.position()).number()))
            .toList();
    List<Double> x = groups.stream().map(g -> data.value(axis, g.position()).number()).toList();
    List<PairBands> bands = groups.stream().map(Group::bands).toList();
    int last = data.facts().epochs() - 1;
    return new FinalAccuracyChart(
        data,
        axis,
        lines(x, bands, (b, network) -> b.train(network, last)),
        data.facts().testSize() > 0
            ? lines(x, bands, (b, network) -> b.test(network, last))
            : List.of(),
        note(data, axis, bands));
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
    List<Hyperparameter> averaged = data.varying().stream().filter(a -> a != axis).toList();
    return Stream.of(AveragesNote.of(bands, "point", averaged), left)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static List<Line> lines(
      List<Double> x, List<PairBands> bands, BiFunction<PairBands, Network, Moments> y) {
    return Stream.of(Network.values())
        .map(n -> new Line(n, x, bands.stream().map(b -> y.apply(b, n)).toList()))
        .toList();
  }

  /** Powers of ten between the least and the largest x. */
  private double decades() {
    List<Double> x = lines.get(0).x();
    return Math.log10(x.get(x.size() - 1) / x.get(0));
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return CHART_HEIGHT + note.height();
  }

  @Override
  public String description() {
    return "%s: accuracy at the last epoch against %s, with %s (solid blue) and without (dashed orange)%s"
        .formatted(
            name,
            axis.label(),
            NormalizationKind.fullName(kinds),
            tests.isEmpty() ? "" : "; dotted, on test samples");
  }

  @Override
  public void paint(Graphics2D graphics) {
    chart().paint(graphics, width(), CHART_HEIGHT);
    note.paint(graphics, BORDER, CHART_HEIGHT);
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
    lines.forEach(line -> line.addBandTo(chart));
    for (Line line : lines) {
      line.addLineTo(
          chart,
          line.network().label(kinds),
          line.network() == Network.NORMALIZED ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND);
    }
    tests.forEach(line -> line.addTestTo(chart, line.network().label(kinds)));
    ChartStyle.roundTicks(chart, lines.get(0).x().get(0));
    return chart;
  }
}
