package org.bnsweep.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import org.bnsweep.train.Network;

/**
 * The colours of the charts, the same as the page's: blue and orange of Okabe and Ito (2008), which
 * people tell apart with any colour vision; dashes tell the lines apart in print.
 */
final class Palette {
  static final Color INK = new Color(0x1f2933);
  static final Color MUTED = new Color(0x52606d);
  static final Color GRID = new Color(0xe4e7eb);
  static final Color NOTHING = new Color(0, 0, 0, 0);

  private static final Color BLUE = new Color(0x0072b2);
  private static final Color ORANGE = new Color(0xd55e00);

  private Palette() {}

  static Color of(Network network) {
    return network == Network.NORMALIZED ? BLUE : ORANGE;
  }

  /** The colour of an interval around the line of {@code network}. */
  static Color bandOf(Network network) {
    Color line = of(network);
    return new Color(line.getRed(), line.getGreen(), line.getBlue(), 56);
  }

  /** Thin and dotted, for accuracy on test samples. */
  static BasicStroke testStroke() {
    return new BasicStroke(
        2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10f, new float[] {0.1f, 5f}, 0f);
  }

  /** Solid with a normalization, dashed without. */
  static BasicStroke strokeOf(Network network) {
    return network == Network.NORMALIZED
        ? new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(
            3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {9f, 5f}, 0f);
  }
}
