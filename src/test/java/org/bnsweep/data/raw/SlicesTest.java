package org.bnsweep.data.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.ByteValues.Meaning;
import org.bnsweep.data.RealValues;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.raw.RowCollector.Written;
import org.bnsweep.data.raw.Slices.Slice;
import org.junit.jupiter.api.Test;

class SlicesTest {
  private static final DataFile FILE =
      new DataFile(
          "wide.parquet",
          OptionalLong.empty(),
          () -> {
            throw new AssertionError("is not read");
          });

  private static Slice slice(int features, double... rows) {
    RowCollector collector = new RowCollector(FILE, features, 10, feature -> "column", 2);
    for (int i = 0; i < rows.length; i += features) {
      double[] row = new double[features];
      System.arraycopy(rows, i, row, 0, features);
      collector.add(row, Written.WHOLE, () -> "row");
    }
    return new Slice(features, collector.finish());
  }

  private static double[] numbers(Values values) {
    return IntStream.range(0, values.size()).mapToDouble(values::at).toArray();
  }

  @Test
  void eachSliceHasItsColumnsInEveryRow() {
    Values values =
        Slices.joined(FILE, List.of(slice(2, 1, 2, 4, 5), slice(1, -3, -6), slice(1, 7, 8)));

    assertThat(values).isInstanceOf(RealValues.class);
    assertThat(numbers(values)).containsExactly(1, 2, -3, 7, 4, 5, -6, 8);
  }

  @Test
  void bytesStayBytesAndArePixelsOnceOneSliceHasSome() {
    ByteValues values =
        (ByteValues) Slices.joined(FILE, List.of(slice(2, 0, 1, 1, 0), slice(1, 255, 51)));

    assertThat(values.meaning()).isEqualTo(Meaning.PIXEL);
    assertThat(values.as(Meaning.NUMBER))
        .satisfies(bytes -> assertThat(numbers(bytes)).containsExactly(0, 1, 255, 1, 0, 51));
  }

  @Test
  void zerosAndOnesInAllSlicesAreNoPixels() {
    ByteValues values = (ByteValues) Slices.joined(FILE, List.of(slice(1, 0, 1), slice(1, 1, 1)));

    assertThat(values.meaning()).isEqualTo(Meaning.NUMBER);
    assertThat(numbers(values)).containsExactly(0, 1, 1, 1);
  }
}
