package org.bnsweep.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bnsweep.nn.HiddenObserver;

/** What gathers the activations of one trial, at the epochs that are recorded. */
final class ActivationRecorder {
  private static final Comparator<LayerActivations> ORDER =
      Comparator.comparing(LayerActivations::network)
          .thenComparing(LayerActivations::epoch)
          .thenComparing(LayerActivations::layer);

  private final int[] epochs;
  private final List<LayerActivations> activations = new ArrayList<>();

  ActivationRecorder(Recordings recordings, int epochs) {
    this.epochs = recordings.has(Recording.ACTIVATIONS) ? epochs(epochs) : new int[0];
  }

  /** Those whose points keep them: the first, the middle and the last one, each once. */
  static int[] epochs(int epochs) {
    return IntStream.of(0, epochs / 2, epochs - 1).distinct().toArray();
  }

  /** What {@code network} shows its hidden layers to at the point of {@code epoch}. */
  HiddenObserver at(Network network, int epoch) {
    return Arrays.binarySearch(epochs, epoch) < 0
        ? HiddenObserver.NONE
        : (layer, values) -> activations.add(LayerActivations.of(network, layer, epoch, values));
  }

  /** All that was seen, by network, epoch and layer. */
  List<LayerActivations> activations() {
    return activations.stream().sorted(ORDER).toList();
  }
}
