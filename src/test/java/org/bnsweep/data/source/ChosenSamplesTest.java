package org.bnsweep.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bnsweep.data.source.Loading.load;
import static org.bnsweep.data.source.Loading.values;
import static org.bnsweep.data.source.Loading.write;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Reading.Orientation;
import org.bnsweep.data.Reading.Scale;
import org.bnsweep.data.Samples;
import org.bnsweep.data.Selection;
import org.bnsweep.data.Selection.Select;
import org.bnsweep.data.format.IdxFiles;
import org.bnsweep.data.source.Loading.ReadingBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which samples are taken, and what is made of their values. */
class ChosenSamplesTest {
  @TempDir Path folder;

  @Test
  void standardizesAsNumPyDoes() {
    Path csv = write(folder, "x.csv", "0,0.1,7\n1,0.2,7\n1,0.4,7\n");

    Samples samples = load(csv, 3, r -> r.scale = Scale.STANDARDIZE).train();

    // x = numpy.array([0.1, 0.2, 0.4]); (x - x.mean()) / x.std()
    assertThat(values(samples))
        .containsExactly(-1.0690449676496976, 0, -0.2672612419124245, 0, 1.3363062095621216, 0);
  }

  @Test
  void transposesImages() {
    IdxFiles.writeFolder(folder, 3, 1);
    byte[] image = IdxFiles.images(1, 2, 3);
    IntStream.range(0, 6).forEach(j -> image[16 + j] = (byte) j);
    IdxFiles.write(folder, "train-images-idx3-ubyte", image);
    IdxFiles.write(folder, "train-labels-idx1-ubyte", IdxFiles.labels(1));

    Samples samples =
        load(
                folder,
                1,
                r -> {
                  r.scale = Scale.NONE;
                  r.transpose = Orientation.TRANSPOSED;
                })
            .train();

    assertThat(values(samples)).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(
            values(
                load(
                        write(folder, "sq", "0,1,2,3,4\n"),
                        1,
                        r -> {
                          r.scale = Scale.NONE;
                          r.transpose = Orientation.TRANSPOSED;
                        })
                    .train()))
        .containsExactly(1, 3, 2, 4);
  }

  @Test
  void transposesColoursPixelByPixel() {
    write(folder, "x_train.npy", SampleFiles.npy("|u1", "(1, 2, 2, 3)", bytes(12)));
    write(folder, "y_train.npy", SampleFiles.npy("|u1", "(1,)", new byte[1]));

    assertThat(values(transposed())).containsExactly(0, 1, 2, 6, 7, 8, 3, 4, 5, 9, 10, 11);

    // One plane for all colours is a picture as any other.
    write(folder, "x_train.npy", SampleFiles.npy("|u1", "(1, 1, 5, 5)", bytes(25)));
    assertThat(values(transposed())).startsWith(0, 5, 10, 15, 20, 1);

    byte[] planes = new byte[3 * 25];
    write(folder, "x_train.npy", SampleFiles.npy("|u1", "(1, 3, 5, 5)", planes));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(this::transposed)
        .withMessage(
            "data.transpose is true, must be false: "
                + folder
                + "/x_train.npy has images of 3x5x5, of which the last size is not that of"
                + " colours");
  }

  /** 0, 1, 2, ... */
  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    IntStream.range(0, count).forEach(j -> bytes[j] = (byte) j);
    return bytes;
  }

  private Samples transposed() {
    return load(
            folder,
            1,
            r -> {
              r.scale = Scale.NONE;
              r.transpose = Orientation.TRANSPOSED;
            })
        .train();
  }

  @Test
  void splitsAndSelects() {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 100).forEach(i -> text.append(i / 50).append(',').append(i).append(".5\n"));
    Path csv = write(folder, "sorted.csv", text.toString());

    Dataset split =
        load(csv, 80, 20, new Selection(Select.FIRST, 7, 0.2), new ReadingBuilder().build());
    Dataset random =
        load(csv, 5, 0, new Selection(Select.RANDOM, 7, 0), new ReadingBuilder().build());
    Dataset fair =
        load(csv, 11, 0, new Selection(Select.STRATIFIED, 7, 0), new ReadingBuilder().build());

    // sorted(numpy.random.RandomState(7).permutation(100)[:20])[:4]
    assertThat(Arrays.copyOf(values(split.test()), 4)).containsExactly(SPLIT);
    assertThat(
            DoubleStream.concat(
                    Arrays.stream(values(split.train())), Arrays.stream(values(split.test())))
                .sorted())
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> i + 0.5).toList());
    // numpy.random.RandomState(7).permutation(100)[:5]
    assertThat(values(random.train())).containsExactly(RANDOM);
    assertThat(fair.train().labels().counts()).containsExactly(6, 5);
    assertThat(load(csv, 11).train().labels().counts()).containsExactly(11, 0);
  }

  private static final double[] SPLIT = {11.5, 12.5, 13.5, 15.5};
  private static final double[] RANDOM = {37.5, 26.5, 78.5, 91.5, 49.5};

  @Test
  void labelsThatNeedNotStartElsewhereAreTakenAsTheyAre() {
    // The classes between 2 and 26 have no samples, so 1 may be the first or the second.
    assertThat(load(write(folder, "f", "1,0\n26,1\n2,5\n"), 1).classes()).isEqualTo(27);
  }
}
