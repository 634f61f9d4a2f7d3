package org.bnsweep.report.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.util.Optional;

/**
 * Records drawing for an SVG. Every gradient is drawn in a state of its own: in the library's SVG,
 * what follows a gradient is filled with it as well, whatever its colour.
 */
final class SvgGraphics extends VectorGraphics2D {
  private Optional<Paint> gradient = Optional.empty();

  @Override
  public void setPaint(Paint paint) {
    if (paint instanceof Color color) {
      setColor(color);
    } else {
      gradient = Optional.of(paint);
    }
  }

  @Override
  public void setColor(Color color) {
    gradient = Optional.empty();
    super.setColor(color);
  }

  @Override
  public void fill(Shape shape) {
    if (gradient.isEmpty()) {
      super.fill(shape);
      return;
    }
    SvgGraphics apart = (SvgGraphics) create();
    apart.fillWith(gradient.get(), shape);
    apart.dispose();
  }

  private void fillWith(Paint paint, Shape shape) {
    super.setPaint(paint);
    super.fill(shape);
  }
}
