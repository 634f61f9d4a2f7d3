package org.bnsweep.report;

import java.util.List;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.Trials;

/** The trials of finished {@code results}, as they were planned. */
public record Planned(List<TrialResult> results) implements Trials {
  @Override
  public long size() {
    return results.size();
  }

  @Override
  public Trial get(long index) {
    return results.get((int) index).trial();
  }
}
