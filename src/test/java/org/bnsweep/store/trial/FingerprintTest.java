package org.bnsweep.store.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.store.TestTrials;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Recorded;
import org.junit.jupiter.api.Test;

/** What the two hashes of a run depend on. */
class FingerprintTest {
  private static final Point POINT = new Point(0, 0, 2.3, 0.25, 0.5);

  private static TrialResult trained(Point point, int divergedEpoch, Arithmetic arithmetic) {
    NetworkCurve bn = new NetworkCurve(List.of(point), divergedEpoch);
    NetworkCurve plain = new NetworkCurve(List.of(POINT), NetworkCurve.NEVER);
    return new TrialResult(
        TestTrials.trial(0),
        new Trained(new PairCurves(bn, plain), Recorded.NOTHING, arithmetic),
        1);
  }

  private static TrialResult trained(Point point) {
    return trained(point, NetworkCurve.NEVER, Arithmetic.UNKNOWN);
  }

  private static String hash(Fingerprint.Of kind, TrialResult result) {
    Fingerprint fingerprint = new Fingerprint(kind);
    fingerprint.add(new RecordedTrial(0, result, 20, 1));
    return fingerprint.hex();
  }

  private static String accuracies(TrialResult result) {
    return hash(Fingerprint.Of.ACCURACIES, result);
  }

  private static String bits(TrialResult result) {
    return hash(Fingerprint.Of.BITS, result);
  }

  @Test
  void aLossIsInTheBitsAlone() {
    TrialResult other = trained(new Point(0, 0, Math.nextUp(2.3), 0.25, 0.5));

    assertThat(accuracies(other)).isEqualTo(accuracies(trained(POINT))).matches("[0-9a-f]{64}");
    assertThat(bits(other)).isNotEqualTo(bits(trained(POINT))).matches("[0-9a-f]{64}");
  }

  @Test
  void accuraciesEpochAndStatusAreInBoth() {
    for (TrialResult other :
        List.of(
            trained(new Point(0, 0, 2.3, 0.26, 0.5)),
            trained(new Point(0, 0, 2.3, 0.25, 0.4)),
            trained(new Point(1, 0, 2.3, 0.25, 0.5)),
            trained(POINT, 0, Arithmetic.UNKNOWN),
            TestTrials.failed(0, "boom"))) {
      assertThat(accuracies(other)).as("%s", other).isNotEqualTo(accuracies(trained(POINT)));
      assertThat(bits(other)).as("%s", other).isNotEqualTo(bits(trained(POINT)));
    }
  }

  @Test
  void whoTrainedATrialIsInNeither() {
    TrialResult other =
        trained(POINT, NetworkCurve.NEVER, new Arithmetic("0a1b", "Haswell", "linux-x86_64"));

    assertThat(accuracies(other)).isEqualTo(accuracies(trained(POINT)));
    assertThat(bits(other)).isEqualTo(bits(trained(POINT)));
  }
}
