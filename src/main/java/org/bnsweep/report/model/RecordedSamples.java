package org.bnsweep.report.model;

import java.util.List;
import java.util.Set;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Recorded;
import org.bnsweep.train.WeightGradient;

/**
 * What some trials kept beside their curves, in the grid's order.
 *
 * @param activations none unless they were recorded
 * @param gradients likewise
 * @param landscapes likewise
 */
public record RecordedSamples(
    List<SampledTrial<LayerActivations>> activations,
    List<SampledTrial<WeightGradient>> gradients,
    List<SampledTrial<Landscape>> landscapes) {
  /** Nothing. */
  static final RecordedSamples NONE = new RecordedSamples(List.of(), List.of(), List.of());

  /** Histograms; about 300 KB of a page. */
  static final int MOST_LAYERS = 1000;

  /** About as much. */
  static final int MOST_GRADIENTS = 20_000;

  /** About as much. */
  static final int MOST_LANDSCAPES = 10_000;

  /** Epochs of gradients and landscapes; a chart has hardly more pixels. */
  public static final int MOST_EPOCHS = 250;

  /** Those of {@code epochs}, ascending, that charts of gradients and landscapes show. */
  public static List<Integer> someEpochs(List<Integer> epochs) {
    return KeptEpochs.spread(epochs, MOST_EPOCHS);
  }

  /** Chooses them trial by trial; mutable, for one thread. */
  static final class Choice {
    private final TrialSample<LayerActivations> activations;
    private final TrialSample<WeightGradient> gradients;
    private final TrialSample<Landscape> landscapes;

    /** Nothing chosen yet; trials are in the same group if they agree on {@code axes}. */
    Choice(Set<Hyperparameter> axes) {
      activations = new TrialSample<>(axes, MOST_LAYERS);
      gradients = new TrialSample<>(axes, MOST_GRADIENTS);
      landscapes = new TrialSample<>(axes, MOST_LANDSCAPES);
    }

    /** Takes the next trial of the grid. */
    void add(Position position, Recorded recorded) {
      activations.add(position, recorded.activations());
      gradients.add(position, recorded.gradients());
      landscapes.add(position, recorded.landscapes());
    }

    RecordedSamples chosen() {
      return new RecordedSamples(activations.trials(), gradients.trials(), landscapes.trials());
    }
  }
}
