package org.bnsweep.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.settings.Hyperparameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 32_767, 32_768, 8_388_607, 8_388_608, Integer.MAX_VALUE})
  void anIndexComesBackAmongOthersOfAnySize(int index) {
    CompactIndexList column = new CompactIndexList();
    for (int i = 0; i < 5000; i++) {
      column.add(i % 3 == 0 ? i : i % 3 == 1 ? Position.ANY : 0);
    }
    column.add(index);
    column.add(Position.ANY);

    assertThat(column.size()).isEqualTo(5002);
    assertThat(column.get(5000)).isEqualTo(index);
    assertThat(column.get(5001)).isEqualTo(Position.ANY);
    for (int i = 0; i < 5000; i++) {
      assertThat(column.get(i)).isEqualTo(i % 3 == 0 ? i : i % 3 == 1 ? Position.ANY : 0);
    }
  }

  @Test
  void positionsComeBackInTheirOrder() {
    Positions positions = new Positions();
    positions.add(position(0, 0));
    positions.add(position(3, 70_000));

    assertThat(positions.size()).isEqualTo(2);
    assertThat(positions.get(0)).isEqualTo(position(0, 0));
    assertThat(positions.get(1)).isEqualTo(position(3, 70_000));
  }

  @Test
  void differentPositionsAreCountedUpToOneTooMany() {
    Positions positions = new Positions();
    for (int i = 0; i < 60; i++) {
      positions.add(position(i % 4, i % 20));
    }

    assertThat(positions.distinct(EnumSet.of(Hyperparameter.WEIGHT_SCALE), 10)).isEqualTo(4);
    assertThat(positions.distinct(EnumSet.of(Hyperparameter.SEED), 20)).isEqualTo(20);
    assertThat(positions.distinct(EnumSet.of(Hyperparameter.SEED), 10)).isEqualTo(11);
    assertThat(positions.distinct(EnumSet.of(Hyperparameter.OPTIMIZER), 10)).isEqualTo(1);
  }

  /** What this thread asks for while it adds them is no less than what is kept. */
  @Test
  void aTrialOfAGridTakesLessThanSixteenBytes() {
    int trials = 200_000;
    List<Position> made = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      made.add(position(i % 20, i));
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Positions positions = new Positions();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < trials; i++) {
      positions.add(made.get(i % made.size()));
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(positions.size()).isEqualTo(trials);
    assertThat(bytes).isLessThan(16L * trials);
  }

  private static Position position(int scale, int seed) {
    return new Position(
        Stream.of(Hyperparameter.values())
            .map(
                a -> a == Hyperparameter.WEIGHT_SCALE ? scale : a == Hyperparameter.SEED ? seed : 0)
            .toList());
  }
}
