package org.bnsweep.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.verify.Verdict;

/** What {@code verify} found, counted. */
final class VerifyTally {
  private final Set<Arithmetic> others = new LinkedHashSet<>();
  private long equal;
  private long rounded;
  private long parted;
  private long different;
  private long failed;

  /** A trial was compared. */
  void add(Verdict verdict) {
    if (verdict instanceof Verdict.Equal) {
      equal++;
    } else if (verdict instanceof Verdict.EqualButForRounding) {
      rounded++;
    } else if (verdict instanceof Verdict.Parts) {
      parted++;
    } else {
      different++;
    }
  }

  /** A trial has no curves. */
  void addFailed() {
    failed++;
  }

  /** A trial was recorded with {@code other} than this process computes with. */
  void addArithmetic(Arithmetic other) {
    others.add(other);
  }

  boolean differs() {
    return different > 0;
  }

  /** One line: how many of {@code planned} trials, and what became of them. */
  String summary(long planned) {
    long compared = equal + rounded + parted + different;
    return compared
        + " of "
        + PlainText.count(planned, "trial")
        + " trained again"
        + (failed == 0 ? "" : ", " + failed + " without curves")
        + ": "
        + outcome();
  }

  private String outcome() {
    List<String> parts = new ArrayList<>();
    add(parts, equal, "equal");
    add(parts, rounded, "equal but for rounding");
    add(parts, parted, parted == 1 ? "parts by rounding" : "part by rounding");
    add(parts, different, different == 1 ? "differs" : "differ");
    return parts.isEmpty() ? "nothing to compare" : String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String words) {
    if (count > 0) {
      parts.add(count + " " + words);
    }
  }

  /** Lines that say, for each other arithmetic, how to get its bits. */
  Stream<String> howToRepeat() {
    return others.stream().flatMap(VerifyTally::howToRepeat);
  }

  private static Stream<String> howToRepeat(Arithmetic recorded) {
    Arithmetic here = Arithmetic.ofThisProcess();
    if (!recorded.isKnown()) {
      return Stream.of("recorded before runs kept their arithmetic, compared but for rounding");
    }
    String kernel = PlainText.oneLine(recorded.kernel());
    String platform = PlainText.oneLine(recorded.platform());
    String before = "recorded with kernel %s on %s".formatted(kernel, platform);
    String now = "  trained again with kernel %s on %s".formatted(here.kernel(), here.platform());
    // The same kernel gives other bits in another version of the library, or of Java.
    String how =
        recorded.kernel().equals(here.kernel())
            ? "  the kernel is the same, the library or its settings are not"
            : "  for the same bits: OPENBLAS_CORETYPE=" + kernel + ", if this processor can run it";
    return Stream.of(before, now, how);
  }
}
