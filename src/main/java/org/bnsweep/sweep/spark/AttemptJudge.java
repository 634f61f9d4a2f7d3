package org.bnsweep.sweep.spark;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Outcome;
import org.bnsweep.sweep.Trials;

/**
 * Decides which attempts are results and which trials have to be tried again.
 *
 * <p>Used by one thread.
 */
final class AttemptJudge {
  private final Trials trials;
  private final Consumer<TrialResult> sink;
  private LongStream.Builder open = LongStream.builder();

  AttemptJudge(Trials trials, Consumer<TrialResult> sink) {
    this.trials = trials;
    this.sink = sink;
  }

  /** Delivers {@code attempt}, made in {@code isolation}, or keeps its trial for the next one. */
  void take(Isolation isolation, Attempt attempt) {
    if (attempt.end() instanceof Attempt.Finished finished) {
      deliver(attempt, finished.outcome());
    } else if (attempt.end() instanceof Attempt.Threw threw && isolation != Isolation.TOGETHER) {
      deliver(attempt, new Failed(threw.message()));
    } else if (attempt.end() instanceof Attempt.Lost lost && isolation == Isolation.ALONE) {
      deliver(
          attempt,
          new Failed("ended the process that trained it, alone, " + lost.attempts() + " times"));
    } else {
      open.add(attempt.index());
    }
  }

  /** Indices kept since the last call, ascending. */
  long[] open() {
    long[] indices = open.build().toArray();
    open = LongStream.builder();
    Arrays.sort(indices);
    return indices;
  }

  private void deliver(Attempt attempt, Outcome outcome) {
    sink.accept(new TrialResult(trials.get(attempt.index()), outcome, attempt.seconds()));
  }
}
