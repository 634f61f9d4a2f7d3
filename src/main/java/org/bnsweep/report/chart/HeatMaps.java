package org.bnsweep.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.report.model.AxisValue;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.report.model.PlainText;
import org.bnsweep.report.model.RunData;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.Network;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/**
 * Final accuracy over two axes: both networks in the same colours, and their difference in the
 * colours of the networks; likewise of each kind, where these are compared.
 */
final class HeatMaps implements Picture {
  private static final int PANEL = 620;
  private static final int BORDER = 14;

  /** Behind cells without a number; not the colour of a difference of 0. */
  private static final Color NOTHING_TRAINED = new Color(0xcbd2d9);

  /** Cividis (Nuñez et al. 2018): the same to any colour vision, dark to light. */
  private static final List<Color> ACCURACY =
      List.of(
          new Color(0x00224e),
          new Color(0x35456c),
          new Color(0x666970),
          new Color(0x948e77),
          new Color(0xc8b866),
          new Color(0xfee838));

  /**
   * One of the maps.
   *
   * @param least of the scale; it ends at 1
   */
  private record HeatMap(
      String title,
      List<Color> colours,
      double least,
      HeatMapCells cells,
      Function<PairBands, Double> number) {}

  private final String name;
  private final String networks;
  private final HeatMapCells axes;

  /** Above the differences, or beside the only one. */
  private final List<HeatMap> accuracies = new ArrayList<>();

  private final List<HeatMap> differences = new ArrayList<>();
  private final Footnote note;

  private HeatMaps(RunData data, HeatMapCells axes) {
    this.name = data.facts().name();
    this.axes = axes;
    for (Compared network : Compared.of(data)) {
      Optional<HeatMapCells> cells = HeatMapCells.of(network.in(data, List.of(axes.x(), axes.y())));
      if (network.network() == Network.PLAIN) {
        accuracies.add(accuracies(network, cells.orElse(axes)));
      } else if (cells.isPresent()) {
        accuracies.add(accuracies(network, cells.get()));
        differences.add(difference(network, cells.get()));
      }
    }
    this.networks =
        data.comparesKinds()
            ? accuracies.stream()
                .limit(differences.size())
                .map(HeatMap::title)
                .collect(Collectors.joining(", "))
            : "with " + NormalizationKind.fullName(data.normalizations());
    String notes = note(data, differences.stream().map(HeatMap::cells).toList());
    this.note = Footnote.of(notes, width() - 2 * BORDER);
  }

  private static HeatMap accuracies(Compared network, HeatMapCells cells) {
    return new HeatMap(
        network.label(), ACCURACY, 0, cells, bands -> bands.last(network.network()).mean());
  }

  private static HeatMap difference(Compared network, HeatMapCells cells) {
    return new HeatMap(
        network.label() + " minus without",
        network.ink().difference(),
        -1,
        cells,
        HeatMapCells::difference);
  }

  /** Over the two axes of {@link HeatMapCells#of}; empty if it has none. */
  static Optional<HeatMaps> of(RunData data) {
    return HeatMapCells.of(data).map(axes -> new HeatMaps(data, axes));
  }

  /** What the cells of {@code shown} average, and which there are not. */
  static String note(RunData data, List<HeatMapCells> shown) {
    HeatMapCells axes = shown.get(0);
    List<PairBands> trained =
        shown.stream()
            .flatMap(cells -> cells.cells().values().stream())
            .filter(cell -> cell.trials() > 0)
            .toList();
    String means =
        AveragesNote.ofMeans(trained, "cell", data.averagedOver(List.of(axes.x(), axes.y())));
    String missing =
        trained.size() < shown.size() * axes.xs().size() * axes.ys().size()
            ? "grey where nothing was trained"
            : "";
    return AveragesNote.joined(means, missing);
  }

  @Override
  public int width() {
    return (rows() == 1 ? 3 : accuracies.size()) * PANEL;
  }

  @Override
  public int height() {
    return rows() * PANEL + note.height();
  }

  private int rows() {
    return differences.size() == 1 ? 1 : 2;
  }

  @Override
  public String description() {
    return "%s: accuracy at the last epoch over %s and %s, %s, without, and the difference%s"
        .formatted(
            name, axes.x().label(), axes.y().label(), networks, differences.size() == 1 ? "" : "s");
  }

  @Override
  public void paint(Graphics2D graphics) {
    AffineTransform origin = graphics.getTransform();
    int place = 0;
    for (HeatMapChart chart : charts()) {
      boolean below = rows() == 2 && place >= accuracies.size();
      int column = below ? place - accuracies.size() : place;
      graphics.translate((double) column * PANEL, below ? PANEL : 0);
      chart.paint(graphics, PANEL, PANEL);
      graphics.setTransform(origin);
      place++;
    }
    note.paint(graphics, BORDER, rows() * PANEL);
  }

  /** New charts, to be painted once. */
  List<HeatMapChart> charts() {
    return Stream.concat(accuracies.stream(), differences.stream()).map(HeatMaps::chart).toList();
  }

  private static HeatMapChart chart(HeatMap map) {
    HeatMapCells axes = map.cells();
    HeatMapChart chart = new HeatMapChartBuilder().width(PANEL).height(PANEL).build();
    HeatMapStyler styler = chart.getStyler();
    ChartStyle.apply(styler);
    styler.setPlotBackgroundColor(NOTHING_TRAINED);
    styler.setChartPadding(BORDER);
    styler.setPlotContentSize(1);
    styler.setPlotGridLinesVisible(false);
    styler.setRangeColors(map.colours().toArray(Color[]::new));
    styler.setMin(map.least());
    styler.setMax(1);
    styler.setGradientColorColumnHeight(300);
    styler.setGradientColorColumnWeight(18);
    styler.setLegendBorderColor(Palette.NOTHING);
    styler.setXAxisLabelRotation(axes.xs().size() > 6 ? 90 : 0);
    chart.setTitle(map.title());
    chart.setXAxisTitle(axes.x().label());
    chart.setYAxisTitle(axes.y().label());
    chart.addSeries(map.title(), texts(axes.xs()), texts(axes.ys()), axes.entries(map.number()));
    return chart;
  }

  private static List<String> texts(List<AxisValue> values) {
    return values.stream().map(v -> PlainText.oneLine(v.brief())).collect(Collectors.toList());
  }
}
