package org.bnsweep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Drift;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Sensitivity;
import org.junit.jupiter.api.Test;

/** What is made of curves that are not the recorded ones. */
class PairComparisonTest {
  private static final NetworkCurve CURVE = curve(2, 1.5, 1, 0.5);
  private static final PairCurves RECORDED = new PairCurves(CURVE, CURVE);

  private static final Drift CALM = drift(1e-16, 1e-15, 1e-15, 1e-14);
  private static final Drift CHAOTIC = drift(1e-16, 1e-13, 1e-9, 1e-3);

  private static Sensitivity notAskedFor() {
    throw new AssertionError("the trial does not part");
  }

  private static NetworkCurve curve(double... losses) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < losses.length; i++) {
      points.add(new Point(i, 10 * i, losses[i], 0.5, Double.NaN));
    }
    return new NetworkCurve(points, NetworkCurve.NEVER);
  }

  /** {@code CURVE}, each loss larger by a share. */
  private static NetworkCurve off(double... shares) {
    double[] losses = {2, 1.5, 1, 0.5};
    for (int i = 0; i < losses.length; i++) {
      losses[i] *= 1 + shares[i];
    }
    return curve(losses);
  }

  private static NetworkCurve with(
      NetworkCurve curve, int epoch, double accuracy, double testAccuracy) {
    return change(
        curve,
        epoch,
        p -> new Point(p.epoch(), p.iteration(), p.trainLoss(), accuracy, testAccuracy));
  }

  private static NetworkCurve change(NetworkCurve curve, int epoch, UnaryOperator<Point> change) {
    List<Point> points = new ArrayList<>(curve.points());
    points.set(epoch, change.apply(points.get(epoch)));
    return new NetworkCurve(points, curve.divergedEpoch());
  }

  private static NetworkCurve diverged(NetworkCurve curve, int epoch) {
    return new NetworkCurve(curve.points(), epoch);
  }

  private static Drift drift(double... losses) {
    return new Drift(Arrays.stream(losses).boxed().toList(), OptionalInt.empty());
  }

  private static Drift moving(Drift drift, int epoch) {
    return new Drift(drift.losses(), OptionalInt.of(epoch));
  }

  /** The network with BN has {@code now}, the other is as recorded. */
  private static Verdict across(NetworkCurve now, Drift drift) {
    return across(CURVE, now, drift);
  }

  private static Verdict across(NetworkCurve before, NetworkCurve now, Drift drift) {
    return new PairComparison(
            new PairCurves(before, CURVE),
            new PairCurves(now, CURVE),
            () -> new Sensitivity(new ByNetwork<>(drift, CALM)))
        .acrossArithmetics();
  }

  private static Verdict notAsked(PairCurves now) {
    return new PairComparison(RECORDED, now, PairComparisonTest::notAskedFor).acrossArithmetics();
  }

  private static void assertDiffers(Verdict verdict, String what) {
    assertThat(verdict).isEqualTo(new Verdict.Differs(what));
  }

  private static void assertParts(Verdict verdict, int epoch, String what) {
    assertThat(verdict).isEqualTo(new Verdict.Parts(epoch, what));
  }

  @Test
  void theSameBitsAreEqual() {
    assertThat(notAsked(RECORDED)).isEqualTo(new Verdict.Equal());
    assertThat(
            new PairComparison(RECORDED, RECORDED, PairComparisonTest::notAskedFor)
                .onTheSameArithmetic())
        .isEqualTo(new Verdict.Equal());
  }

  @Test
  void nanIsEqualToNan() {
    NetworkCurve lost = diverged(curve(2, Double.NaN), 1);

    assertThat(across(lost, lost, CALM)).isEqualTo(new Verdict.Equal());
  }

  @Test
  void oneBitDiffersOnTheSameArithmetic() {
    PairCurves now = new PairCurves(CURVE, curve(2, 1.5, 1, Math.nextUp(0.5)));

    assertDiffers(
        new PairComparison(RECORDED, now, PairComparisonTest::notAskedFor).onTheSameArithmetic(),
        "plain epoch 3 train_loss is 0.5000000000000001, recorded 0.5");
  }

  @Test
  void lossesWithinABillionthAreEqualButForRounding() {
    NetworkCurve near = curve(2, 1.5, 1 + 0x1p-40, 0.5);
    NetworkCurve nearer = curve(2, 1.5, 1 + 0x1p-45, 0.5);

    assertThat(notAsked(new PairCurves(near, nearer)))
        .isInstanceOfSatisfying(
            Verdict.EqualButForRounding.class,
            verdict -> assertThat(verdict.largest()).isBetween(9e-13, 1e-12));
    assertThat(notAsked(new PairCurves(nearer, near)).words())
        .isEqualTo("equal but for rounding (to 9e-13)");
  }

  @Test
  void aTrialThatGrowsApartAsFastAsFromItselfPartsByRounding() {
    assertParts(
        across(off(0, 0x1p-44, 0x1p-33, 0x1p-10), CHAOTIC),
        3,
        "bn epoch 3 train_loss is 0.50048828125, recorded 0.5");
  }

  @Test
  void theEpochIsTheFirstOfBothNetworks() {
    PairCurves now = new PairCurves(off(0, 0, 0x1p-35, 0x1p-10), off(0, 0x1p-44, 0x1p-25, 0x1p-10));

    assertThat(
            new PairComparison(
                    RECORDED, now, () -> new Sensitivity(new ByNetwork<>(CHAOTIC, CHAOTIC)))
                .acrossArithmetics())
        .isInstanceOfSatisfying(
            Verdict.Parts.class, verdict -> assertThat(verdict.epoch()).isEqualTo(2));
  }

  @Test
  void anAccuracyMovesWithTheLosses() {
    NetworkCurve now = with(off(0, 0x1p-44, 0x1p-33, 0x1p-32), 2, 0.25, Double.NaN);

    assertParts(
        across(now, CHAOTIC),
        2,
        "bn epoch 2 train_accuracy is 0.25, recorded 0.5, losses 1e-10 apart");
  }

  @Test
  void anAccuracyOfATieMovesAlone() {
    NetworkCurve now = with(CURVE, 1, 0.25, Double.NaN);

    assertParts(across(now, moving(CALM, 1)), 1, "bn epoch 1 train_accuracy is 0.25, recorded 0.5");
  }

  @Test
  void theAccuracyOfACalmTrialDoesNotMove() {
    NetworkCurve rounded = off(0, 0, 0x1p-50, 0x1p-50);

    assertDiffers(
        across(with(rounded, 2, 0.49, Double.NaN), CALM),
        "bn epoch 2 train_accuracy is 0.49, recorded 0.5, losses 9e-16 apart");
    assertDiffers(
        across(with(CURVE, 2, 0.5, 0.75), CALM), "bn epoch 2 test_accuracy is 0.75, recorded NaN");
  }

  @Test
  void theJumpOfATrialThatMovesItsOwnAccuraciesIsRounding() {
    // Saturated: losses are those of answers that are all but certain, until an answer changes.
    NetworkCurve now = with(off(0, 0, 0x1p-3, 0x1p-3), 2, 0.25, Double.NaN);

    assertParts(
        across(now, moving(CALM, 2)),
        2,
        "bn epoch 2 train_accuracy is 0.25, recorded 0.5, losses 1e-01 apart");
    assertThat(across(now, moving(CALM, 3))).isInstanceOf(Verdict.Differs.class);
  }

  @Test
  void anAccuracyDoesNotMoveWhileEveryLossStays() {
    assertDiffers(
        across(with(CURVE, 3, 0.49, Double.NaN), moving(CHAOTIC, 3)),
        "bn epoch 3 train_accuracy is 0.49, recorded 0.5");
  }

  @Test
  void aLossOfACalmTrialIsNotAHundredMillionthOff() {
    assertDiffers(
        across(off(0, 0, 0x1p-26, 0), CALM),
        "bn epoch 2 train_loss is 1.0000000149011612, recorded 1.0");
  }

  @Test
  void whatBeginsAboveATrillionthIsNoRounding() {
    assertThat(across(off(1e-11, 1e-11, 1e-9, 1e-3), CHAOTIC)).isInstanceOf(Verdict.Differs.class);
  }

  @Test
  void aChaoticTrialDoesNotJump() {
    // 1e-8 where rounding has come to 1e-13.
    assertThat(across(off(1e-8, 1e-8, 1e-6, 1e-3), CHAOTIC)).isInstanceOf(Verdict.Differs.class);
    assertThat(across(off(0, 1e-5, 1e-3, 1e-3), CHAOTIC)).isInstanceOf(Verdict.Differs.class);
  }

  @Test
  void aLossThatIsNanDiffers() {
    assertDiffers(
        across(curve(2, 1.5, Double.NaN, 0.5), CHAOTIC),
        "bn epoch 2 train_loss is NaN, recorded 1.0");
  }

  @Test
  void aPointThatIsMissingDiffers() {
    assertDiffers(across(curve(2, 1.5, 1), CHAOTIC), "bn points is 3, recorded 4");
    assertDiffers(
        across(
            change(CURVE, 1, p -> new Point(1, 11, p.trainLoss(), p.trainAccuracy(), Double.NaN)),
            CHAOTIC),
        "bn epoch 1 iteration is 11, recorded 10");
  }

  @Test
  void anotherDivergedEpochDiffers() {
    assertDiffers(across(diverged(CURVE, 2), CALM), "bn diverged_epoch is 2, recorded -1");
  }

  @Test
  void oneNetworkThatDiffersOutweighsOneThatParts() {
    PairCurves now = new PairCurves(off(0, 0, 0x1p-25, 0x1p-10), with(CURVE, 3, 0.25, Double.NaN));

    assertDiffers(
        new PairComparison(RECORDED, now, () -> new Sensitivity(new ByNetwork<>(CHAOTIC, CALM)))
            .acrossArithmetics(),
        "plain epoch 3 train_accuracy is 0.25, recorded 0.5");
  }

  @Test
  void theAnswerOfASumThatOverflowsIsAMatterOfItsOrder() {
    NetworkCurve before = diverged(CURVE, 1);

    assertParts(
        across(before, with(before, 1, 0.25, Double.NaN), CALM),
        1,
        "bn epoch 1 train_accuracy is 0.25, recorded 0.5");
    assertDiffers(
        across(before, with(before, 0, 0.25, Double.NaN), CALM),
        "bn epoch 0 train_accuracy is 0.25, recorded 0.5");
    assertDiffers(
        across(before, with(diverged(off(0, 0, 0x1p-20, 0), 1), 1, 0.25, Double.NaN), CALM),
        "bn epoch 2 train_loss is 1.0000009536743164, recorded 1.0");
  }

  @Test
  void theAnswerOfALostNetworkIsAlwaysTheSame() {
    NetworkCurve before = diverged(curve(2, Double.NaN), 1);

    assertDiffers(
        across(before, with(before, 1, 0.25, Double.NaN), CALM),
        "bn epoch 1 train_accuracy is 0.25, recorded 0.5");
  }

  @Test
  void eachVerdictHasItsWords() {
    assertThat(new Verdict.Equal().words()).isEqualTo("equal");
    assertThat(new Verdict.Parts(8, "what").words().lines())
        .containsExactly("parts at epoch 8 by rounding", "  what");
    assertThat(new Verdict.Differs("what").words()).isEqualTo("differs: what");
  }
}
