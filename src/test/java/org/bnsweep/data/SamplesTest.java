package org.bnsweep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SamplesTest {
  private final Samples two =
      new Samples(3, new byte[] {0, 1, 2, -1, 127, -128}, new byte[] {9, 0});

  @Test
  void widensPixelsAsFloat32() {
    assertThat(two.pixel(0, 1)).isEqualTo((double) (1f / 255f)).isNotEqualTo(1.0 / 255);
    assertThat(two.pixel(1, 0)).isEqualTo(1.0);
    assertThat(two.pixel(1, 2)).isEqualTo((double) (128f / 255f));
    assertThat(two.rawPixel(1, 2)).isEqualTo(128);
  }

  @Test
  void keepsTheFirst() {
    Samples one = two.first(1);
    assertThat(one.count()).isEqualTo(1);
    assertThat(one.label(0)).isEqualTo(9);
    assertThat(one.rawPixel(0, 2)).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.first(3))
        .withMessage("first 3 of 2 samples");
  }

  @Test
  void rejectsPixelsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Samples(3, new byte[5], new byte[2]))
        .withMessage("pixels have 5 values, expected [2, 3]");
  }

  @Test
  void aDatasetHasTrainingSamplesAndOneImageSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(Samples.none(3), two))
        .withMessage("train has no samples, must have at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(two, Samples.none(4)))
        .withMessage("train has 3 features, test has 4");
  }
}
