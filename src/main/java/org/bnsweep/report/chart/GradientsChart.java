package org.bnsweep.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnsweep.report.chart.EpochPanel.Curve;
import org.bnsweep.report.model.ProbedSetting;
import org.bnsweep.report.model.RecordedSamples;
import org.bnsweep.report.model.RunData;
import org.bnsweep.train.WeightGradient;

/**
 * How large the gradient of each layer is, at one setting: a panel per layer, a line of each
 * network over the epochs.
 */
final class GradientsChart {
  private static final int MOST_LAYERS = 16;
  private static final int MOST_LABELS = 6;

  private final RunData data;
  private final ProbedSetting<WeightGradient> setting;
  private final List<Compared> networks;

  private GradientsChart(RunData data, ProbedSetting<WeightGradient> setting) {
    this.data = data;
    this.setting = setting;
    this.networks = Compared.of(data, setting.kinds());
  }

  /** Empty if the run recorded no gradients. */
  static Optional<EpochPanels> of(RunData data) {
    return ProbedSetting.of(data, data.samples().gradients())
        .map(setting -> new GradientsChart(data, setting).picture());
  }

  private EpochPanels picture() {
    List<EpochPanel> panels =
        layers().stream().map(layer -> new EpochPanel("layer " + layer, curves(layer))).toList();
    List<Double> values = panels.stream().flatMap(EpochPanel::values).toList();
    String title = "gradient norm of each layer" + setting.at();
    String description =
        "%s: %s over %s epochs, logarithmic, %s; panels: %s"
            .formatted(
                data.facts().name(),
                title,
                data.facts().epochs(),
                Compared.words(networks),
                String.join(", ", panels.stream().map(EpochPanel::title).toList()));
    return new EpochPanels(
        new EpochPanels.Words(title, "gradient norm", description, note()),
        networks,
        panels,
        ValueScale.ofPowers(values, MOST_LABELS),
        data.facts().epochs());
  }

  /** Every k-th layer if there are many, the last always. */
  private List<Integer> layers() {
    int count =
        networks.stream().flatMap(this::records).mapToInt(WeightGradient::layer).max().orElse(0);
    int step = (count + MOST_LAYERS - 1) / MOST_LAYERS;
    return IntStream.rangeClosed(1, count)
        .filter(layer -> (count - layer) % step == 0)
        .boxed()
        .toList();
  }

  private List<Curve> curves(int layer) {
    List<Curve> curves = new ArrayList<>();
    for (Compared network : networks) {
      List<WeightGradient> gradients =
          records(network).filter(gradient -> gradient.layer() == layer).toList();
      List<Integer> epochs =
          RecordedSamples.someEpochs(gradients.stream().map(WeightGradient::epoch).toList());
      List<Double> norms =
          gradients.stream()
              .filter(gradient -> epochs.contains(gradient.epoch()))
              .map(WeightGradient::norm)
              .toList();
      curves.add(new Curve(network.ink(), epochs, List.of(norms)));
    }
    return curves;
  }

  private Stream<WeightGradient> records(Compared network) {
    return network.records(setting, WeightGradient::network).stream();
  }

  private String note() {
    List<String> notes = new ArrayList<>();
    notes.add("of each layer's weights, on the batch of the point, before the update");
    notes.add(EpochPanels.selection(setting));
    for (Compared network : networks) {
      List<Double> norms = records(network).map(WeightGradient::norm).toList();
      long lost = norms.stream().filter(n -> !(n > 0 && Double.isFinite(n))).count();
      notes.add(network.leftOut(lost, norms.size(), "gradients that are 0 or not finite"));
    }
    return AveragesNote.joined(notes.toArray(String[]::new));
  }
}
