package org.bnsweep.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a trial kept beside its curves; part of no fingerprint.
 *
 * @param activations by network, epoch and layer; none unless they were recorded
 * @param gradients by network, epoch and layer; none unless they were recorded
 * @param landscapes by network and epoch; none unless they were recorded
 */
public record Recorded(
    List<LayerActivations> activations, List<WeightGradient> gradients, List<Landscape> landscapes)
    implements Serializable {
  /** Nothing. */
  public static final Recorded NOTHING = new Recorded(List.of(), List.of(), List.of());

  public Recorded {
    activations = List.copyOf(activations);
    gradients = List.copyOf(gradients);
    landscapes = List.copyOf(landscapes);
  }

  /** Activations alone. */
  public static Recorded of(List<LayerActivations> activations) {
    return new Recorded(activations, List.of(), List.of());
  }

  /** What of it is there. */
  public Recordings kinds() {
    List<Recording> kinds = new ArrayList<>();
    if (!activations.isEmpty()) {
      kinds.add(Recording.ACTIVATIONS);
    }
    if (!gradients.isEmpty()) {
      kinds.add(Recording.GRADIENTS);
    }
    if (!landscapes.isEmpty()) {
      kinds.add(Recording.LANDSCAPE);
    }
    return new Recordings(kinds);
  }

  /** This, and of each kind that is missing here what {@code other} has. */
  public Recorded or(Recorded other) {
    return new Recorded(
        activations.isEmpty() ? other.activations : activations,
        gradients.isEmpty() ? other.gradients : gradients,
        landscapes.isEmpty() ? other.landscapes : landscapes);
  }
}
