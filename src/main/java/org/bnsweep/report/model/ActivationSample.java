package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.LayerActivations;

/**
 * As many trials with activations as one page can show: the first of each group, and of these every
 * second, fourth, ... until they have at most {@link #MOST_LAYERS} histograms.
 */
final class ActivationSample {
  /** About 300 KB of a page. */
  static final int MOST_LAYERS = 1000;

  private final Set<Hyperparameter> axes;
  private final Set<Position> groups = new HashSet<>();
  private List<TrialActivations> kept = new ArrayList<>();
  private int layers;
  private int step = 1;

  /** An empty sample; trials are in the same group if they agree on {@code axes}. */
  ActivationSample(Set<Hyperparameter> axes) {
    this.axes = axes;
  }

  /** Takes the next trial of the grid. */
  void add(Position position, List<LayerActivations> activations) {
    if (activations.isEmpty() || !groups.add(position.only(axes))) {
      return;
    }
    if ((groups.size() - 1) % step == 0) {
      kept.add(new TrialActivations(position, activations));
      layers += activations.size();
    }
    while (layers > MOST_LAYERS && kept.size() > 1) {
      halve();
    }
  }

  private void halve() {
    step *= 2;
    List<TrialActivations> half = new ArrayList<>();
    for (int i = 0; i < kept.size(); i += 2) {
      half.add(kept.get(i));
    }
    kept = half;
    layers = kept.stream().mapToInt(t -> t.layers().size()).sum();
  }

  /** The trials that were kept, in the grid's order. */
  List<TrialActivations> trials() {
    return List.copyOf(kept);
  }
}
