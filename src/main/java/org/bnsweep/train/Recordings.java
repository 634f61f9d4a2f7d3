package org.bnsweep.train;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the trials of a run keep beside their curves.
 *
 * @param kinds each once, in the order of {@link Recording}
 */
public record Recordings(List<Recording> kinds) implements Serializable {
  /** A layer's six histograms, each about as large as six points. */
  private static final long LAYER_POINTS = 36;

  private static final int NETWORKS = 2;

  /** Nothing. */
  public static final Recordings NONE = new Recordings(List.of());

  /** Everything. */
  public static final Recordings ALL = of(Recording.values());

  public Recordings {
    Set<Recording> set = EnumSet.noneOf(Recording.class);
    set.addAll(kinds);
    kinds = List.copyOf(set);
  }

  /** These. */
  public static Recordings of(Recording... kinds) {
    return new Recordings(Arrays.asList(kinds));
  }

  /** Whether {@code kind} is kept. */
  public boolean has(Recording kind) {
    return kinds.contains(kind);
  }

  /**
   * About how large a trial's result is, counted in points of a curve: both curves and what is kept
   * beside them. A layer's gradient and a step of a landscape are as large as a point.
   *
   * @param epochs points of each curve
   * @param hidden layers of each network
   */
  public long points(int epochs, int hidden) {
    long points = (long) NETWORKS * epochs;
    long perPoint = 1;
    perPoint += has(Recording.GRADIENTS) ? hidden + 1 : 0;
    perPoint += has(Recording.LANDSCAPE) ? Landscape.STEPS.size() : 0;
    return points * perPoint + (has(Recording.ACTIVATIONS) ? LAYER_POINTS * hidden : 0);
  }

  /** Whether all that {@code others} keep is kept. */
  public boolean hasAll(Recordings others) {
    return kinds.containsAll(others.kinds);
  }
}
