package org.bnsweep.report.model;

import org.bnsweep.store.statistics.CurveFigures;
import org.bnsweep.train.NetworkCurve;

/**
 * One network's curve in a few numbers.
 *
 * @param figures as the summary has them
 * @param divergedEpoch the first epoch with an overflow; {@link NetworkCurve#NEVER} if none has
 */
public record CurveSummary(CurveFigures figures, int divergedEpoch) {

  static CurveSummary of(NetworkCurve curve) {
    return new CurveSummary(CurveFigures.of(curve), curve.divergedEpoch());
  }
}
