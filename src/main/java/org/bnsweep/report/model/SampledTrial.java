package org.bnsweep.report.model;

import java.util.List;

/**
 * What one trial kept beside its curves, of one kind.
 *
 * @param position on every axis, never {@link Position#ANY}
 * @param records in the order in which the trial gave them, at least one
 */
public record SampledTrial<T>(Position position, List<T> records) {
  public SampledTrial {
    records = List.copyOf(records);
  }
}
