package org.bnsweep.store.trial;

import org.bnsweep.sweep.Trials;

/** The order in which the results have their trials: of a run that of its grid. */
public interface TrialOrder {

  /** Number of trials. */
  long size();

  /** The id of trial {@code index}, 0 to {@code size() - 1}. */
  String id(long index);

  /** How many hidden layers its networks have. */
  int layers(long index);

  /** That of {@code trials}. */
  static TrialOrder of(Trials trials) {
    return new TrialOrder() {
      @Override
      public long size() {
        return trials.size();
      }

      @Override
      public String id(long index) {
        return trials.get(index).id();
      }

      @Override
      public int layers(long index) {
        return trials.get(index).hyperparameters().hidden().size();
      }
    };
  }
}
