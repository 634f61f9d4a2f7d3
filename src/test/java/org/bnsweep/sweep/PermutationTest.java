package org.bnsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 16, 17, 100, 1023, 1024, 1025, 65_537})
  void hasEveryIndexOnce(long size) {
    Permutation order = new Permutation(size, 42);

    assertThat(LongStream.range(0, size).map(order::at).sorted().toArray())
        .containsExactly(LongStream.range(0, size).toArray());
  }

  @ParameterizedTest
  @ValueSource(longs = {(1L << 31) + 1, 1L << 62, (1L << 61) + 1})
  void staysInsideALargeRange(long size) {
    Permutation order = new Permutation(size, 1);

    assertThat(LongStream.range(0, 1000).map(order::at).distinct().boxed())
        .hasSize(1000)
        .allSatisfy(index -> assertThat(index).isBetween(0L, size - 1));
  }

  @Test
  void everyIndexIsFirstAboutEquallyOften() {
    int[] counts = new int[16];
    IntStream.range(0, 16_000).forEach(seed -> counts[(int) new Permutation(16, seed).at(0)]++);

    // Binomial: mean 1000, standard deviation 31; five of them.
    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(n -> assertThat(n).isCloseTo(1000, Offset.offset(155)));
  }

  @Test
  void aSampleSpreadsOverTheRange() {
    Permutation order = new Permutation(1_000_000, 5);
    int[] tenths = new int[10];
    LongStream.range(0, 10_000).forEach(i -> tenths[(int) (order.at(i) / 100_000)]++);

    assertThat(Arrays.stream(tenths).boxed())
        .allSatisfy(n -> assertThat(n).isCloseTo(1000, Offset.offset(150)));
  }
}
