package org.bnsweep.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;

/** The colours of the charts but those of the networks, which are of {@link Ink}. */
final class Palette {
  static final Color INK = new Color(0x1f2933);
  static final Color MUTED = new Color(0x52606d);
  static final Color GRID = new Color(0xe4e7eb);
  static final Color NOTHING = new Color(0, 0, 0, 0);

  private Palette() {}

  /** Thin and dotted, for accuracy on test samples. */
  static BasicStroke testStroke() {
    return new BasicStroke(
        2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10f, new float[] {0.1f, 5f}, 0f);
  }
}
