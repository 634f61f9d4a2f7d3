package org.bnsweep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bnsweep.data.ByteValues.Meaning;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private final Samples two =
      new Samples(
          3,
          ByteValues.pixels((byte) 0, (byte) 1, (byte) 2, (byte) -1, (byte) 127, (byte) -128),
          Labels.of(10, 9, 0));

  @Test
  void widensPixelsAsFloat32() {
    assertThat(two.value(0, 1)).isEqualTo((double) (1f / 255f)).isNotEqualTo(1.0 / 255);
    assertThat(two.value(1, 0)).isEqualTo(1.0);
    assertThat(two.value(1, 2)).isEqualTo((double) (128f / 255f));
    assertThat(((ByteValues) two.values()).as(Meaning.NUMBER).at(5)).isEqualTo(128);
  }

  @Test
  void keepsTheRowsAskedFor() {
    Samples one = two.rows(new int[] {0});
    assertThat(one.count()).isEqualTo(1);
    assertThat(one.label(0)).isEqualTo(9);
    assertThat(one.classes()).isEqualTo(10);
    assertThat(one.value(0, 2)).isEqualTo((double) (2f / 255f));
  }

  @Test
  void rejectsValuesThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Samples(3, new RealValues(new double[5]), Labels.of(2, 0, 1)))
        .withMessage("samples have 5 values, expected [2, 3]");
  }

  @Test
  void aDatasetHasTrainingSamplesAndOneWidthAndOneNumberOfClasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(Samples.none(3, 10), two))
        .withMessage("train has no samples, must have at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(two, Samples.none(4, 10)))
        .withMessage("train has 3 features, test has 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(two, Samples.none(3, 11)))
        .withMessage("train has 10 classes, test has 11");
  }

  @Test
  void labelsAreOfTheirClasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Labels.of(3, 0, 2, 3))
        .withMessage("label 3 of sample 2 is not in 0..2");
    assertThat(Labels.of(3, 2, 0, 2).counts()).containsExactly(1, 0, 2);
  }

  @Test
  void labelsOfManyClassesTakeTwoBytes() {
    Labels many = Labels.of(1000, 999, 256, 0);

    assertThat(IntStream.range(0, 3).map(many::at)).containsExactly(999, 256, 0);
    assertThat(many.bytes()).isEqualTo(6);
    assertThat(Labels.of(256, 255, 7).bytes()).isEqualTo(2);
    assertThat(Labels.of(256, 255, 7).at(0)).isEqualTo(255);
  }

  @Test
  void theChecksumTellsOtherClassesNumbersAndMeanings() {
    Samples none = Samples.none(1, 2);
    Labels label = Labels.of(2, 1);
    ByteValues pixel = ByteValues.pixels((byte) 1);

    assertThat(
            Stream.of(
                    Dataset.of(new Samples(1, pixel, label), none),
                    Dataset.of(new Samples(1, pixel, Labels.of(3, 1)), Samples.none(1, 3)),
                    Dataset.of(new Samples(1, pixel.as(Meaning.NUMBER), label), none),
                    Dataset.of(new Samples(1, new RealValues(1), label), none),
                    Dataset.of(
                        new Samples(1, StandardizedValues.ofTraining(pixel, 1), label), none))
                .map(Dataset::checksum))
        .doesNotHaveDuplicates();
  }

  @Test
  void standardizesByTheTrainingSamples() {
    // Two features, of which the second is constant.
    StandardizedValues train =
        StandardizedValues.ofTraining(new RealValues(1, 0.1, 3, 0.1, 5, 0.1), 2);
    Values test = train.others(new RealValues(3, 7));

    assertThat(IntStream.range(0, 6).mapToDouble(train::at))
        .containsExactly(-2 / Math.sqrt(8.0 / 3), 0.0, 0.0, 0.0, 2 / Math.sqrt(8.0 / 3), 0.0);
    assertThat(test.at(0)).isZero();
    assertThat(test.at(1)).isZero();
  }
}
