package org.bnsweep.report.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.settings.Hyperparameter;

/** The line below a static chart that says what it averages. */
final class AveragesNote {

  private AveragesNote() {}

  /**
   * The line; empty if nothing shows more than one trial.
   *
   * @param shown what averages trials, each called a {@code part} of the chart
   * @param axes in which the trials of a part differ
   */
  static String of(List<PairBands> shown, String part, List<Hyperparameter> axes) {
    return of("mean and 95 % interval", shown, part, axes);
  }

  /** The line of a chart without intervals. */
  static String ofMeans(List<PairBands> shown, String part, List<Hyperparameter> axes) {
    return of("mean", shown, part, axes);
  }

  /** What a note says, those {@code parts} that are not empty. */
  static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }

  private static String of(
      String what, List<PairBands> shown, String part, List<Hyperparameter> axes) {
    long most = shown.stream().mapToLong(PairBands::trials).max().orElse(0);
    if (most < 2) {
      return "";
    }
    long least = shown.stream().mapToLong(PairBands::trials).min().orElse(0);
    return what
        + " of "
        + (least == most ? most : least + " to " + most)
        + " trials per "
        + part
        + ", which differ in "
        + axes.stream().map(Hyperparameter::label).collect(Collectors.joining(", "));
  }
}
