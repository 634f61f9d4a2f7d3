package org.bnsweep.report.chart;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.LongStream;
import org.bnsweep.report.model.Numbers;

/**
 * An axis of numbers from 0 that may be far apart: round steps from 0, or powers of ten where only
 * these show all of them; the rules of the page's {@code probes.js}.
 *
 * @param spacing what is at equal distances
 * @param low its lower end: 0, or a power of ten
 * @param high its upper end, likewise
 * @param step between labels
 */
record ValueScale(Spacing spacing, double low, double high, double step) {

  /** What is at equal distances on an axis. */
  enum Spacing {
    NUMBERS,
    POWERS
  }

  /**
   * A label.
   *
   * @param share of the axis below it
   */
  record Tick(double share, String label) {}

  /** A range this many times as wide as its least number is shown in powers of ten. */
  private static final double WIDE = 20;

  /** That of {@code values}, with at most about {@code most} labels. */
  static ValueScale of(Collection<Double> values, int most) {
    DoubleSummaryStatistics range = range(values);
    if (range.getCount() > 0 && range.getMax() / range.getMin() > WIDE) {
      return ofPowers(values, most);
    }
    double step = roundStep(range.getCount() == 0 ? 1 : range.getMax(), most);
    double high = range.getCount() == 0 ? 1 : Math.ceil(range.getMax() / step) * step;
    return new ValueScale(Spacing.NUMBERS, 0, high, step);
  }

  /** The same, of powers of ten in any case. */
  static ValueScale ofPowers(Collection<Double> values, int most) {
    DoubleSummaryStatistics range = range(values);
    if (range.getCount() == 0) {
      return new ValueScale(Spacing.POWERS, -1, 1, 1);
    }
    double low = Math.floor(Math.log10(range.getMin()));
    double high = Math.max(Math.ceil(Math.log10(range.getMax())), low + 1);
    double step = Math.ceil((high - low) / most);
    return new ValueScale(
        Spacing.POWERS, Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
  }

  /** The round number, 1, 2 or 5 times a power of ten, that divides {@code range} in few parts. */
  static double roundStep(double range, int most) {
    double power = Math.pow(10, Math.floor(Math.log10(range / most)));
    double parts = range / most / power;
    return power * (parts <= 1 ? 1 : parts <= 2 ? 2 : parts <= 5 ? 5 : 10);
  }

  private static DoubleSummaryStatistics range(Collection<Double> values) {
    return values.stream()
        .filter(value -> value > 0 && Double.isFinite(value))
        .mapToDouble(value -> value)
        .summaryStatistics();
  }

  /** How far up {@code value} is, 0 to 1; NaN where it has no place. */
  double share(double value) {
    if (!Double.isFinite(value) || (spacing == Spacing.POWERS && value <= 0)) {
      return Double.NaN;
    }
    return ((spacing == Spacing.POWERS ? Math.log10(value) : value) - low) / (high - low);
  }

  /** The labels from below. */
  List<Tick> ticks() {
    return LongStream.rangeClosed(0, Math.round((high - low) / step))
        .mapToObj(i -> new Tick(i * step / (high - low), label(low + i * step)))
        .toList();
  }

  private String label(double at) {
    if (spacing == Spacing.NUMBERS) {
      return Numbers.brief(at);
    }
    // Beyond these, what is left of a double is no longer round.
    return Math.abs(at) > 300 ? "1e" + (int) at : Numbers.brief(Math.pow(10, at));
  }
}
