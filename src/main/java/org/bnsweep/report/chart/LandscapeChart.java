package org.bnsweep.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bnsweep.report.chart.EpochPanel.Curve;
import org.bnsweep.report.model.LossRange;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.report.model.ProbedSetting;
import org.bnsweep.report.model.RecordedSamples;
import org.bnsweep.report.model.RunData;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.Network;

/**
 * The loss along the gradient, at one setting: a band of each network over the epochs, from the
 * least to the largest loss. Where kinds of normalization are compared, a panel of each beside the
 * plain network, as more than two bands would hide each other.
 */
final class LandscapeChart {
  private static final int MOST_LABELS = 6;

  private final RunData data;
  private final ProbedSetting<Landscape> setting;
  private final List<Compared> networks;

  private LandscapeChart(RunData data, ProbedSetting<Landscape> setting) {
    this.data = data;
    this.setting = setting;
    this.networks = Compared.of(data, setting.kinds());
  }

  /** Empty if the run recorded no landscape. */
  static Optional<EpochPanels> of(RunData data) {
    return ProbedSetting.of(data, data.samples().landscapes())
        .map(setting -> new LandscapeChart(data, setting).picture());
  }

  private EpochPanels picture() {
    List<EpochPanel> panels = panels();
    List<Double> values = panels.stream().flatMap(EpochPanel::values).toList();
    ValueScale scale = ValueScale.of(values, MOST_LABELS);
    String title = "loss along the gradient" + setting.at();
    String description =
        "%s: %s over %s epochs, a band from the least to the largest, %s"
            .formatted(data.facts().name(), title, data.facts().epochs(), Compared.words(networks));
    return new EpochPanels(
        new EpochPanels.Words(title, "loss", description, note()),
        networks,
        panels,
        scale,
        data.facts().epochs());
  }

  private List<EpochPanel> panels() {
    List<Curve> plain =
        networks.stream().filter(n -> n.network() == Network.PLAIN).map(this::band).toList();
    List<Compared> normalized =
        networks.stream().filter(n -> n.network() == Network.NORMALIZED).toList();
    List<EpochPanel> panels = new ArrayList<>();
    for (Compared network : normalized) {
      List<Curve> bands = new ArrayList<>(plain);
      bands.add(band(network));
      panels.add(new EpochPanel(normalized.size() == 1 ? "" : network.label(), bands));
    }
    return panels;
  }

  private Curve band(Compared network) {
    List<Landscape> landscapes = records(network);
    List<Integer> epochs =
        RecordedSamples.someEpochs(landscapes.stream().map(Landscape::epoch).toList());
    List<LossRange> ranges =
        landscapes.stream()
            .filter(landscape -> epochs.contains(landscape.epoch()))
            .map(LossRange::of)
            .toList();
    return new Curve(
        network.ink(),
        epochs,
        List.of(
            ranges.stream().map(LossRange::least).toList(),
            ranges.stream().map(LossRange::largest).toList()));
  }

  private List<Landscape> records(Compared network) {
    return network.records(setting, Landscape::network);
  }

  private String note() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "from the least to the largest loss of a batch after steps of %s to %s learning rates along its"
                .formatted(
                    Numbers.brief(Landscape.STEPS.get(0)),
                    Numbers.brief(Landscape.STEPS.get(Landscape.STEPS.size() - 1)))
            + " gradient");
    notes.add(EpochPanels.selection(setting));
    for (Compared network : networks) {
      List<Landscape> landscapes = records(network);
      long lost = landscapes.stream().mapToLong(l -> LossRange.of(l).lost()).sum();
      long all = landscapes.stream().mapToLong(l -> l.losses().size()).sum();
      notes.add(network.leftOut(lost, all, "losses that are not finite"));
    }
    return AveragesNote.joined(notes.toArray(String[]::new));
  }
}
