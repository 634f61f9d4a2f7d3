package org.bnsweep.verify;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bnsweep.train.Drift;
import org.bnsweep.train.LossDifference;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.Point;

/** The recorded curve of one network and the one it has when it is trained again. */
record CurveComparison(Network network, NetworkCurve recorded, NetworkCurve again) {
  /** Losses may differ by this much, relatively, where the arithmetic does. */
  private static final double SAME_LOSS = 1e-9;

  /** Rounding begins below this; what begins above it is no rounding. */
  private static final double BEGIN_OF_ROUNDING = 1e-12;

  /**
   * How much further another arithmetic may take a trial than a change of the last bit of its
   * weights does: it rounds anew in every product, not once. Kernels were seen to take trials up to
   * 12 times as far.
   */
  private static final double MORE_THAN_ONE_BIT = 1e3;

  /** Where the losses drift less than this, no answer is so near to another that it changes. */
  private static final double MOVES_ANSWERS = 1e-11;

  /** The first number that is not, bit for bit, what was recorded, if any. */
  Optional<String> bitForBit() {
    return shape()
        .or(
            () ->
                epochs()
                    .filter(i -> PointDifference.of(before(i), now(i)).isPresent())
                    .mapToObj(this::inWords)
                    .findFirst())
        .or(this::divergence);
  }

  /**
   * The verdict where the arithmetic is, or may be, another.
   *
   * @param drift of a network, asked for only if the curves part
   */
  Verdict forRounding(Function<Network, Drift> drift) {
    if (bitForBit().isEmpty()) {
      return new Verdict.Equal();
    }
    Optional<String> other = shape();
    if (other.isPresent()) {
      return new Verdict.Differs(other.get());
    }
    OptionalInt parting = epochs().filter(i -> parts(i) && !overflows(i)).findFirst();
    if (parting.isPresent() && !isRounding(parting.getAsInt(), drift.apply(network))) {
      return new Verdict.Differs(inWords(parting.getAsInt()));
    }
    if (parting.isEmpty() && divergence().isPresent()) {
      return new Verdict.Differs(divergence().get());
    }
    OptionalInt first = epochs().filter(this::parts).findFirst();
    return first.isPresent()
        ? new Verdict.Parts(first.getAsInt(), inWords(first.getAsInt()))
        : new Verdict.EqualButForRounding(epochs().mapToDouble(this::apart).max().orElse(0));
  }

  private Optional<String> shape() {
    int before = recorded.points().size();
    int now = again.points().size();
    if (before != now) {
      return Optional.of(network.word() + " " + PointDifference.words("points", before, now));
    }
    return epochs()
        .filter(
            i -> before(i).epoch() != now(i).epoch() || before(i).iteration() != now(i).iteration())
        .mapToObj(this::inWords)
        .findFirst();
  }

  private Optional<String> divergence() {
    return recorded.divergedEpoch() == again.divergedEpoch()
        ? Optional.empty()
        : Optional.of(
            network.word()
                + " "
                + PointDifference.words(
                    "diverged_epoch", recorded.divergedEpoch(), again.divergedEpoch()));
  }

  /** Whether an accuracy or, by more than rounding, a loss is another. */
  private boolean parts(int i) {
    return !before(i).hasAccuraciesOf(now(i)) || apart(i) > SAME_LOSS;
  }

  /**
   * Whether accuracies, and no more, are another at a point where numbers may overflow. Whether a
   * sum is infinite or NaN is a matter of its order then, and with it the answer. A network whose
   * loss is NaN always answers the same.
   */
  private boolean overflows(int i) {
    return recorded.diverged()
        && divergence().isEmpty()
        && before(i).epoch() >= recorded.divergedEpoch()
        && !Double.isNaN(before(i).trainLoss())
        && apart(i) <= SAME_LOSS;
  }

  /**
   * Whether the curves grew apart step by step: at the start less than rounding does, and then no
   * faster than the trial grows apart from itself when the last bit of its weights changes. The
   * next epoch counts too, for an accuracy is taken after its loss.
   */
  private boolean isRounding(int parting, Drift drift) {
    if (apart(0) > BEGIN_OF_ROUNDING) {
      return false;
    }
    // Once an accuracy moves, the trial has parted from itself; how far is chance.
    for (int i = 0; i <= parting && !drift.movesAccuracies(i); i++) {
      if (apart(i) > Math.max(MORE_THAN_ONE_BIT * drift.loss(i + 1), BEGIN_OF_ROUNDING)) {
        return false;
      }
    }
    return apart(parting) > SAME_LOSS || movesAnswers(parting, drift);
  }

  /** Whether rounding explains an accuracy that is another at a point with the same loss. */
  private boolean movesAnswers(int parting, Drift drift) {
    boolean lossesShowIt = epochs().limit(parting + 2L).anyMatch(i -> apart(i) > 0);
    if (parting > 0 && drift.loss(parting - 1) > MOVES_ANSWERS) {
      return lossesShowIt;
    }
    // Losses may hide it: those of answers that are all but certain are the same for other weights.
    return drift.movesAccuracies(parting + 1)
        || (lossesShowIt && drift.loss(parting + 1) > MOVES_ANSWERS);
  }

  private IntStream epochs() {
    return IntStream.range(0, recorded.points().size());
  }

  private Point before(int i) {
    return recorded.points().get(i);
  }

  private Point now(int i) {
    return again.points().get(i);
  }

  private double apart(int i) {
    return LossDifference.of(before(i), now(i));
  }

  private String inWords(int i) {
    String text = PointDifference.of(before(i), now(i)).orElseThrow();
    String where = network.word() + " epoch " + before(i).epoch() + " " + text;
    return before(i).hasAccuraciesOf(now(i)) || apart(i) == 0
        ? where
        : where + String.format(Locale.ROOT, ", losses %.0e apart", apart(i));
  }
}
