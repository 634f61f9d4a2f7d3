package org.bnsweep.report.model;

import java.util.List;
import java.util.stream.IntStream;
import org.bnsweep.report.io.RunFacts;

/**
 * The epochs of which accuracies are kept: not all if curves are long and many.
 *
 * @param run epochs of the run, 1 and up
 * @param train those kept of accuracies on training samples, ascending, the last one included
 * @param test likewise on test samples; none without test samples
 */
public record KeptEpochs(int run, List<Integer> train, List<Integer> test) {

  public KeptEpochs {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /** Every epoch of the run. */
  static KeptEpochs all(RunFacts facts) {
    List<Integer> all = IntStream.range(0, facts.epochs()).boxed().toList();
    return new KeptEpochs(facts.epochs(), all, facts.testSize() > 0 ? all : List.of());
  }

  /** {@code count} of {@code epochs}, evenly, first and last included; all if they are no more. */
  public static List<Integer> spread(List<Integer> epochs, int count) {
    int last = epochs.size() - 1;
    return count > last
        ? epochs
        : IntStream.range(0, count)
            .mapToObj(i -> epochs.get((int) ((long) i * last / Math.max(1, count - 1))))
            .toList();
  }

  /** The numbers kept of both networks' curves. */
  int means() {
    return 2 * (train.size() + test.size());
  }
}
