package org.bnsweep.store.trial;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.sweep.TrialResult.Trained;

/** Counts the trials of a run by the arithmetic that they were trained with. */
public final class ArithmeticCounts {
  private final Map<Arithmetic, Long> trials = new HashMap<>();

  public void add(RecordedTrial trial) {
    if (trial.result().outcome() instanceof Trained trained) {
      trials.merge(trained.arithmetic(), 1L, Long::sum);
    }
  }

  /** The one with most trials first; of equals, by id. */
  public List<ArithmeticUse> list() {
    return trials.entrySet().stream()
        .map(entry -> new ArithmeticUse(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(ArithmeticUse::trials)
                .reversed()
                .thenComparing(use -> use.arithmetic().toString()))
        .toList();
  }
}
