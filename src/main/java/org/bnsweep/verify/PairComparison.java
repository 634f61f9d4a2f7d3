package org.bnsweep.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bnsweep.train.Network;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Sensitivity;

/**
 * A recorded trial and the same trial trained again.
 *
 * @param sensitivity of the trial to rounding, asked for only if the two part
 */
public record PairComparison(
    PairCurves recorded, PairCurves again, Supplier<Sensitivity> sensitivity) {

  /** Two trainings with the same arithmetic: bit for bit. */
  public Verdict onTheSameArithmetic() {
    return curves()
        .map(CurveComparison::bitForBit)
        .flatMap(Optional::stream)
        .findFirst()
        .<Verdict>map(Verdict.Differs::new)
        .orElseGet(Verdict.Equal::new);
  }

  /** Two trainings with different arithmetic, or where that is not known. */
  public Verdict acrossArithmetics() {
    List<Verdict> verdicts =
        curves().map(curve -> curve.forRounding(network -> sensitivity.get().of(network))).toList();
    return all(verdicts, Verdict.Differs.class)
        .map(Verdict.class::cast)
        .findFirst()
        .or(
            () ->
                all(verdicts, Verdict.Parts.class)
                    .min(Comparator.comparingInt(Verdict.Parts::epoch)))
        .or(
            () ->
                all(verdicts, Verdict.EqualButForRounding.class)
                    .max(Comparator.comparingDouble(Verdict.EqualButForRounding::largest)))
        .orElseGet(Verdict.Equal::new);
  }

  private Stream<CurveComparison> curves() {
    return Stream.of(Network.values())
        .map(network -> new CurveComparison(network, recorded.of(network), again.of(network)));
  }

  private static <T extends Verdict> Stream<T> all(List<Verdict> verdicts, Class<T> kind) {
    return verdicts.stream().filter(kind::isInstance).map(kind::cast);
  }
}
