package org.bnsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {

  @Test
  void intervalIsStudents() {
    Moments band = of(0.50, 0.52, 0.57);

    // s = 0.036056, t(2) = 4.3027, sqrt(3): 0.08957
    assertThat(band.mean()).isCloseTo(0.53, within(1e-12));
    assertThat(band.halfWidth()).isCloseTo(0.08957, within(1e-4));
    assertThat(band.summary().low()).isCloseTo(0.44043, within(1e-4));
  }

  @Test
  void oneNumberHasNoInterval() {
    assertThat(of(0.3).mean()).isEqualTo(0.3);
    assertThat(of(0.3).halfWidth()).isZero();
  }

  @Test
  void nanDoesNotCount() {
    assertThat(of(0.25, Double.NaN).n()).isEqualTo(1);
    assertThat(of(Double.NaN).mean()).isNaN();
  }

  @Test
  void addingMomentsIsAddingTheirNumbers() {
    Moments whole = of(0.1, 0.4, 0.35, 0.8, 0.2);
    Moments parts = of(0.1, 0.4);
    parts.add(of(0.35, 0.8, 0.2));
    parts.add(new Moments());

    assertThat(parts.n()).isEqualTo(5);
    assertThat(parts.mean()).isCloseTo(whole.mean(), within(1e-15));
    assertThat(parts.halfWidth()).isCloseTo(whole.halfWidth(), within(1e-12));
  }

  private static Moments of(double... values) {
    Moments band = new Moments();
    for (double value : values) {
      band.add(value);
    }
    return band;
  }
}
