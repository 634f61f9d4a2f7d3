package org.bnsweep.report.model;

import java.util.List;
import org.bnsweep.report.io.RunFacts;

/**
 * How much of the curves fits on a page, and is kept for it: all of it if that is below {@link
 * #MOST_CHARACTERS}; else two digits for three, else no test curves but their last point, else
 * fewer epochs.
 *
 * @param text the encoding
 * @param epochs those of the curves
 */
public record CurveBudget(CurveText text, KeptEpochs epochs) {
  private static final int MOST_CHARACTERS = 1_000_000;

  /** Of the page of {@code data}. */
  public static CurveBudget of(RunData data) {
    boolean averaged = data.groups().stream().anyMatch(g -> g.bands().trials() > 1);
    KeptEpochs kept = data.groups().get(0).bands().kept();
    return of(data.facts(), kept, 2L * data.groups().size() * (averaged ? 2 : 1));
  }

  /**
   * Of a run that has not been averaged yet.
   *
   * @param trials all
   * @param groups that they will be averaged in
   */
  static CurveBudget of(RunFacts facts, int trials, int groups) {
    return of(facts, KeptEpochs.all(facts), 2L * groups * (trials > groups ? 2 : 1));
  }

  private static CurveBudget of(RunFacts facts, KeptEpochs all, long curves) {
    int both = all.train().size() + all.test().size();
    CurveText coarse = CurveText.coarse(facts.trainSize());
    if (curves * CurveText.FINE.width() * both <= MOST_CHARACTERS) {
      return new CurveBudget(CurveText.FINE, all);
    }
    if (curves * coarse.width() * both <= MOST_CHARACTERS) {
      return new CurveBudget(coarse, all);
    }
    List<Integer> test = all.test().subList(Math.max(0, all.test().size() - 1), all.test().size());
    int epochs = all.train().size();
    while (epochs > 2 && curves * coarse.width() * (epochs + test.size()) > MOST_CHARACTERS) {
      epochs--;
    }
    return new CurveBudget(
        coarse, new KeptEpochs(all.run(), KeptEpochs.spread(all.train(), epochs), test));
  }
}
