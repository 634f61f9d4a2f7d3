package org.bnsweep.store.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TrialCursor;
import org.bnsweep.store.files.Interrupts;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.trial.RecordedTrial;

/**
 * The trials of a merged run in its order, each once, as the run has it that it is taken from.
 *
 * @param survey which that is
 */
record MergedTrials(List<RunReader> runs, Places places, Survey survey) {

  /** What takes the trials of the merged run. */
  @FunctionalInterface
  interface Visitor {
    void visit(int run, RecordedTrial trial);
  }

  /**
   * Hands over each of them.
   *
   * @throws RunRefusedException if a run has changed since it was surveyed
   * @throws InterruptedException if this thread is interrupted
   */
  void forEach(Visitor visitor) throws InterruptedException {
    int[] left = survey.countByRun(runs.size());
    List<Head> opened = new ArrayList<>();
    try {
      PriorityQueue<Head> heads =
          new PriorityQueue<>(Comparator.comparingLong(Head::place).thenComparingInt(h -> h.run));
      for (int run = 0; run < runs.size(); run++) {
        Head head = new Head(run);
        opened.add(head);
        heads.add(head);
      }
      while (!heads.isEmpty()) {
        Interrupts.stopIfInterrupted();
        Head head = heads.remove();
        Optional<RecordedTrial> trial = head.next();
        if (trial.isPresent()) {
          if (survey.isFrom(head.run, trial.get())) {
            left[head.run]--;
            if (left[head.run] < 0 || !survey.isUnchanged(trial.get())) {
              throw Fitting.changed(runs.get(head.run));
            }
            visitor.visit(head.run, trial.get());
          }
          heads.add(head);
        } else if (left[head.run] > 0) {
          throw Fitting.changed(runs.get(head.run));
        }
      }
    } finally {
      opened.forEach(Head::close);
    }
  }

  /** How far a run is read; it is opened when its first trial is due. */
  private final class Head {
    private final int run;
    private Optional<TrialCursor> trials = Optional.empty();
    private long index;

    Head(int run) {
      this.run = run;
    }

    long place() {
      return places.of(run, index);
    }

    Optional<RecordedTrial> next() {
      if (trials.isEmpty()) {
        trials = Optional.of(runs.get(run).trials());
      }
      Optional<RecordedTrial> next = trials.get().next();
      index++;
      if (next.isEmpty()) {
        close();
      }
      return next;
    }

    void close() {
      trials.ifPresent(TrialCursor::close);
    }
  }
}
