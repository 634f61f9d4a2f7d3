package org.bnsweep.sweep;

import org.bnsweep.settings.Hyperparameters;

/** The trials of a grid, each with its id, computed on demand. */
public record GridTrials(Grid grid, TrialIdentity identity) implements Trials {

  @Override
  public long size() {
    return grid.size();
  }

  @Override
  public Trial get(long index) {
    Hyperparameters hyperparameters = grid.get(index);
    return new Trial(identity.id(hyperparameters), hyperparameters);
  }
}
