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
  /** Nothing. */
  public static final Recordings NONE = new Recordings(List.of());

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

  /** Whether all that {@code others} keep is kept. */
  public boolean hasAll(Recordings others) {
    return kinds.containsAll(others.kinds);
  }
}
