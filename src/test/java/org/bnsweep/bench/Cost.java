package org.bnsweep.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one unit of {@code line} costs at a value of an axis: a line of the benchmark's CSV.
 *
 * @param axis that it is measured against
 * @param value on it
 * @param line what is measured
 * @param seconds of a pair, or of a trial of a run
 */
record Cost(GrowthAxis axis, int value, Line line, double seconds) {
  static final String HEADER = "axis,value,line,seconds";

  /** What is measured. */
  enum Line {
    /** A pair in training, CPU seconds of its thread. */
    PAIR("a pair, CPU"),
    /** The matrix products of that pair and nothing else, CPU seconds of their thread. */
    GEMM("its gemm calls alone, CPU"),
    /** A run of trials that do nothing, CPU seconds of the process for each. */
    CPU("a trial that does nothing, CPU"),
    /** The same run, seconds on the clock for each. */
    WALL("the same, on the clock, 2 slots");

    private final String label;

    Line(String label) {
      this.label = label;
    }

    /** For people. */
    String label() {
      return label;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A line of CSV. */
  String csv() {
    return String.format(Locale.ROOT, "%s,%d,%s,%.4g", axis.word(), value, line.word(), seconds);
  }

  /**
   * What {@link #csv} wrote.
   *
   * @throws IllegalArgumentException naming the line that is none of it
   */
  static Cost parse(String csv) {
    List<String> fields = Arrays.asList(csv.split(",", -1));
    try {
      return new Cost(
          GrowthAxis.named(fields.get(0)).orElseThrow(),
          Integer.parseInt(fields.get(1)),
          Line.valueOf(fields.get(2).toUpperCase(Locale.ROOT)),
          Double.parseDouble(fields.get(3)));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("\"" + csv + "\" is no line of " + HEADER, e);
    }
  }
}
