package org.bnsweep.train;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a curve travels. */
class NetworkCurveTest {
  private static final NetworkCurve CURVE =
      new NetworkCurve(
          List.of(
              new Point(0, 0, 2.302585092994046, 0.1, Double.NaN),
              new Point(1, 10, Double.NEGATIVE_INFINITY, -0.0, 1),
              new Point(2, 20, Double.NaN, Double.MIN_VALUE, 0.5)),
          1);

  @Test
  void arrivesWithEveryBit() throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written(CURVE)))) {
      assertThat(in.readObject()).isEqualTo(CURVE);
    }
  }

  @Test
  void travelsAsArraysAndNotPointByPoint() throws IOException {
    assertThat(new String(written(CURVE), ISO_8859_1)).doesNotContain(Point.class.getName());
  }

  private static byte[] written(NetworkCurve curve) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(curve);
    }
    return bytes.toByteArray();
  }
}
