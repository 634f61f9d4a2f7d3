package org.bnsweep.report.model;

import org.bnsweep.settings.AxisScale;
import org.bnsweep.settings.Hyperparameter;

/**
 * One value of an axis.
 *
 * @param text as {@code --set} takes it
 * @param number NaN if the value is a word or a list
 */
public record AxisValue(String text, double number) {

  /** A value of {@code axis} as the catalogue gives it. */
  public static AxisValue of(Hyperparameter axis, Object value) {
    double number = axis.plain(value) instanceof Number n ? n.doubleValue() : Double.NaN;
    return new AxisValue(axis.text(value), number);
  }

  /** Whether the value is a number. */
  public boolean numeric() {
    return !Double.isNaN(number);
  }

  /** Whether it lies on a chart's axis of numbers; powers of ten have no place for 0. */
  public boolean hasPlaceOn(Hyperparameter axis) {
    return axis.scale() == AxisScale.LOGARITHMIC ? number > 0 : Double.isFinite(number);
  }

  /** The value as people read it. */
  public String brief() {
    return numeric() && text.indexOf('.') >= 0 ? Numbers.brief(number) : text;
  }
}
