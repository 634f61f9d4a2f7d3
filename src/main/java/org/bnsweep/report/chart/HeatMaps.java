package org.bnsweep.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.report.model.AxisValue;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.report.model.PlainText;
import org.bnsweep.report.model.RunData;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.Network;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/**
 * Final accuracy over two axes: both networks in the same colours, and their difference in the
 * colours of the networks.
 */
final class HeatMaps implements Picture {
  private static final int PANEL = 620;
  private static final int BORDER = 14;

  /** Behind cells without a number; not the colour of a difference of 0. */
  private static final Color NOTHING_TRAINED = new Color(0xcbd2d9);

  /** Cividis (Nuñez et al. 2018): the same to any colour vision, dark to light. */
  private static final Color[] ACCURACY = {
    new Color(0x00224e),
    new Color(0x35456c),
    new Color(0x666970),
    new Color(0x948e77),
    new Color(0xc8b866),
    new Color(0xfee838)
  };

  private static final Color[] DIFFERENCE = {
    new Color(0xd55e00), new Color(0xf0b48a), Color.WHITE, new Color(0x8abfdd), new Color(0x0072b2)
  };

  private final String name;
  private final Set<NormalizationKind> kinds;
  private final HeatMapCells axes;
  private final Footnote note;

  private HeatMaps(RunData data, HeatMapCells axes) {
    this.name = data.facts().name();
    this.kinds = data.normalizations();
    this.axes = axes;
    this.note = Footnote.of(note(data, axes), 3 * PANEL - 2 * BORDER);
  }

  /** Over the two axes of {@link HeatMapCells#of}; empty if it has none. */
  static Optional<HeatMaps> of(RunData data) {
    return HeatMapCells.of(data).map(axes -> new HeatMaps(data, axes));
  }

  /** What the cells average, and which there are not. */
  static String note(RunData data, HeatMapCells axes) {
    List<PairBands> trained =
        axes.cells().values().stream().filter(cell -> cell.trials() > 0).toList();
    List<Hyperparameter> averaged =
        data.varying().stream().filter(a -> a != axes.x() && a != axes.y()).toList();
    String means = AveragesNote.ofMeans(trained, "cell", averaged);
    String missing =
        trained.size() < axes.xs().size() * axes.ys().size()
            ? "grey where nothing was trained"
            : "";
    return Stream.of(means, missing)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  @Override
  public int width() {
    return 3 * PANEL;
  }

  @Override
  public int height() {
    return PANEL + note.height();
  }

  @Override
  public String description() {
    return "%s: accuracy at the last epoch over %s and %s, with %s, without, and the difference"
        .formatted(name, axes.x().label(), axes.y().label(), NormalizationKind.fullName(kinds));
  }

  @Override
  public void paint(Graphics2D graphics) {
    AffineTransform origin = graphics.getTransform();
    for (HeatMapChart chart : charts()) {
      chart.paint(graphics, PANEL, PANEL);
      graphics.translate(PANEL, 0);
    }
    graphics.setTransform(origin);
    note.paint(graphics, BORDER, PANEL);
  }

  /** New charts, to be painted once. */
  List<HeatMapChart> charts() {
    return List.of(
        accuracies(Network.NORMALIZED),
        accuracies(Network.PLAIN),
        chart(
            Network.NORMALIZED.label(kinds) + " minus without",
            DIFFERENCE,
            -1,
            HeatMapCells::difference));
  }

  private HeatMapChart accuracies(Network network) {
    return chart(network.label(kinds), ACCURACY, 0, bands -> bands.last(network).mean());
  }

  private HeatMapChart chart(
      String title, Color[] colours, double least, Function<PairBands, Double> number) {
    HeatMapChart chart = new HeatMapChartBuilder().width(PANEL).height(PANEL).build();
    HeatMapStyler styler = chart.getStyler();
    ChartStyle.apply(styler);
    styler.setPlotBackgroundColor(NOTHING_TRAINED);
    styler.setChartPadding(BORDER);
    styler.setPlotContentSize(1);
    styler.setPlotGridLinesVisible(false);
    styler.setRangeColors(colours);
    styler.setMin(least);
    styler.setMax(1);
    styler.setGradientColorColumnHeight(300);
    styler.setGradientColorColumnWeight(18);
    styler.setLegendBorderColor(Palette.NOTHING);
    styler.setXAxisLabelRotation(axes.xs().size() > 6 ? 90 : 0);
    chart.setTitle(title);
    chart.setXAxisTitle(axes.x().label());
    chart.setYAxisTitle(axes.y().label());
    chart.addSeries(title, texts(axes.xs()), texts(axes.ys()), axes.entries(number));
    return chart;
  }

  private static List<String> texts(List<AxisValue> values) {
    return values.stream().map(v -> PlainText.oneLine(v.brief())).collect(Collectors.toList());
  }
}
