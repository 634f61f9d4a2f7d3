package org.bnsweep.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.Network;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How a network is drawn, the same as on the page: in colours of Okabe and Ito (2008), which people
 * tell apart with any colour vision; dashes and markers tell the lines apart in print.
 */
// Colours, dashes and markers are not changed.
@SuppressWarnings("ImmutableEnumChecker")
enum Ink {
  /** Batch Normalization, and whatever normalizes where kinds are not compared. */
  BATCH(0x0072b2, 0x8abfdd, "solid blue", SeriesMarkers.CIRCLE),
  LAYER(0x009e73, 0x80cfb9, "long-dashed green", SeriesMarkers.SQUARE, 16, 5),
  RMS(0xcc79a7, 0xe5bcd3, "dash-dotted purple", SeriesMarkers.TRIANGLE_UP, 14, 5, 3, 5),
  PLAIN(0xd55e00, 0xf0b48a, "dashed orange", SeriesMarkers.DIAMOND, 9, 5);

  private final Color colour;
  private final Color light;
  private final String words;
  private final Marker marker;
  private final float[] dash;

  Ink(int colour, int light, String words, Marker marker, float... dash) {
    this.colour = new Color(colour);
    this.light = new Color(light);
    this.words = words;
    this.marker = marker;
    this.dash = dash;
  }

  /** That of a network by its place in the pair. */
  static Ink of(Network network) {
    return network == Network.NORMALIZED ? BATCH : PLAIN;
  }

  /** That of a network with {@code kind} where kinds are compared. */
  static Ink of(NormalizationKind kind) {
    return switch (kind) {
      case BATCH -> BATCH;
      case LAYER -> LAYER;
      case RMS -> RMS;
    };
  }

  Color colour() {
    return colour;
  }

  /** The colour of an interval around the line. */
  Color band() {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 56);
  }

  /** Colours from where the plain network is the better one to where this one is. */
  List<Color> difference() {
    return List.of(PLAIN.colour, PLAIN.light, Color.WHITE, light, colour);
  }

  /** What its line looks like. */
  String words() {
    return words;
  }

  Marker marker() {
    return marker;
  }

  BasicStroke stroke() {
    return stroke(3f);
  }

  /** That of the edge of a band. */
  BasicStroke edge() {
    return stroke(1.6f);
  }

  private BasicStroke stroke(float width) {
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dash, 0f);
  }
}
