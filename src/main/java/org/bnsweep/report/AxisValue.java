package org.bnsweep.report;

/**
 * One value of an axis.
 *
 * @param text as {@code --set} takes it
 * @param number NaN if the value is a word or a list
 */
record AxisValue(String text, double number) {

  /** Whether the value is a number. */
  boolean numeric() {
    return !Double.isNaN(number);
  }

  /** The value as a chart shows it. */
  String brief() {
    return numeric() && text.indexOf('.') >= 0 ? Numbers.brief(number) : text;
  }
}
