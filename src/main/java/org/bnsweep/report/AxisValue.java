package org.bnsweep.report;

/**
 * One value of an axis.
 *
 * @param text as {@code --set} takes it
 * @param number NaN if the value is a word or a list
 */
record AxisValue(String text, double number) {

  static AxisValue of(double number) {
    return new AxisValue(Double.toString(number), number);
  }

  static AxisValue of(long number) {
    return new AxisValue(Long.toString(number), number);
  }

  static AxisValue word(String text) {
    return new AxisValue(text, Double.NaN);
  }

  /** Whether the value is a number. */
  boolean numeric() {
    return !Double.isNaN(number);
  }

  /** The value as a chart shows it. */
  String brief() {
    return numeric() && text.indexOf('.') >= 0 ? Numbers.brief(number) : text;
  }
}
