package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Reading;
import org.bnsweep.data.Selection;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images of 5x9 with labels 1 to 26, against NumPy: {@code reference.py trial --data DIR --train
 * 300 --hidden 30,20 --epochs 8 --batch 50 --scale he --lr 0.2 --seed S}, with {@code
 * --label-offset 1} for 26 classes and without for 27. Equal under three kernels there.
 */
class OtherClassesTest {
  private static final int COUNT = 390;
  private static final int ROWS = 5;
  private static final int COLUMNS = 9;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + COUNT * ROWS * COLUMNS);
    images.putInt(0x803).putInt(COUNT).putInt(ROWS).putInt(COLUMNS);
    ByteBuffer labels = ByteBuffer.allocate(8 + COUNT).putInt(0x801).putInt(COUNT);
    for (int i = 0; i < COUNT; i++) {
      int letter = i * 7 % 26;
      for (int j = 0; j < ROWS * COLUMNS; j++) {
        images.put((byte) ((letter * 31 + j * 17) % 97 * 2 + (i * 7919 + j * 104729) % 60));
      }
      labels.put((byte) (letter + 1));
    }
    Files.write(folder.resolve("train-images-idx3-ubyte"), images.array());
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels.array());
  }

  @Test
  void trainsOn26ClassesAsNumPy() {
    Dataset letters = letters(OptionalInt.empty(), OptionalInt.of(1));

    assertThat(letters.classes()).isEqualTo(26);
    assertThat(letters.features()).isEqualTo(45);
    PairCurves zero = train(letters, 0);
    assertCorrect(zero.normalized(), 12, 18, 72, 168, 251, 273, 279, 293);
    assertCorrect(zero.plain(), 29, 43, 50, 57, 65, 68, 80, 90);
    PairCurves three = train(letters, 3);
    assertCorrect(three.normalized(), 19, 34, 97, 203, 250, 269, 277, 279);
    assertCorrect(three.plain(), 12, 23, 36, 41, 41, 54, 46, 79);
  }

  @Test
  void aClassWithoutSamplesHasItsOutputAsInNumPy() {
    PairCurves zero = train(letters(OptionalInt.of(27), OptionalInt.empty()), 0);

    assertCorrect(zero.normalized(), 11, 18, 77, 193, 234, 264, 277, 296);
    assertCorrect(zero.plain(), 19, 49, 60, 75, 62, 64, 85, 109);
  }

  private Dataset letters(OptionalInt classes, OptionalInt offset) {
    Reading reading =
        new Reading(
            Optional.empty(),
            classes,
            offset,
            Optional.empty(),
            Optional.empty(),
            Reading.Orientation.AS_STORED,
            Reading.Scale.AUTO);
    return SampleSource.load(
        new DataSettings(folder.toString(), 300, 0, Selection.DEFAULT, reading),
        Configuration::new);
  }

  private static PairCurves train(Dataset dataset, long seed) {
    Hyperparameters settings =
        Hyperparameters.builder()
            .weightScale(WeightScale.named("he"))
            .learningRate(0.2)
            .batchSize(50)
            .hidden(List.of(30, 20))
            .seed(seed)
            .build();
    try (PairTrainer trainer = new PairTrainer(new TrainingData(dataset))) {
      return trainer.train(settings, 8);
    }
  }

  private static void assertCorrect(NetworkCurve curve, Integer... correct) {
    assertThat(curve.points().stream().map(point -> (int) Math.rint(point.trainAccuracy() * 300)))
        .containsExactly(correct);
    assertThat(curve.points())
        .allMatch(point -> point.trainAccuracy() == Math.rint(point.trainAccuracy() * 300) / 300);
  }
}
