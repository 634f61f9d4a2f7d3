package org.bnsweep.report.chart;

import java.awt.Graphics2D;

/** Something to draw, in pixels; drawn the same on a bitmap and as vectors. */
interface Picture {
  int width();

  int height();

  /** What it shows, as text for those who cannot see it; one line, any characters. */
  String description();

  void paint(Graphics2D graphics);
}
