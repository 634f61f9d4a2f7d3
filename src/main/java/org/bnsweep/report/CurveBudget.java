package org.bnsweep.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of the curves fits on a page: all of it if that is below {@link #MOST_CHARACTERS}; else
 * two digits for three, else no test curves but their last point, else fewer epochs.
 *
 * @param text the encoding
 * @param train the epochs of train curves, ascending, the last one included
 * @param test likewise of test curves; none without test samples
 */
record CurveBudget(CurveText text, List<Integer> train, List<Integer> test) {
  private static final int MOST_CHARACTERS = 1_000_000;

  static CurveBudget of(RunData data) {
    RunFacts facts = data.facts();
    boolean averaged = data.groups().stream().anyMatch(g -> g.bands().trials() > 1);
    long curves = 2L * data.groups().size() * (averaged ? 2 : 1);
    List<Integer> all = spread(facts.epochs(), facts.epochs());
    List<Integer> test = facts.testSize() > 0 ? all : List.of();
    List<Integer> testLast = facts.testSize() > 0 ? List.of(facts.epochs() - 1) : List.of();
    CurveText coarse = CurveText.coarse(facts.trainSize());
    if (curves * CurveText.FINE.width() * (all.size() + test.size()) <= MOST_CHARACTERS) {
      return new CurveBudget(CurveText.FINE, all, test);
    }
    if (curves * coarse.width() * (all.size() + test.size()) <= MOST_CHARACTERS) {
      return new CurveBudget(coarse, all, test);
    }
    int epochs = all.size();
    while (epochs > 2 && curves * coarse.width() * (epochs + testLast.size()) > MOST_CHARACTERS) {
      epochs--;
    }
    return new CurveBudget(coarse, spread(facts.epochs(), epochs), testLast);
  }

  /** {@code count} of {@code epochs}, evenly, first and last included. */
  private static List<Integer> spread(int epochs, int count) {
    return count >= epochs
        ? IntStream.range(0, epochs).boxed().toList()
        : IntStream.range(0, count)
            .mapToObj(i -> (int) ((long) i * (epochs - 1) / Math.max(1, count - 1)))
            .toList();
  }
}
