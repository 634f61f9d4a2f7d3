package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.data.Dataset;
import org.bnsweep.train.TrainerPool;
import org.junit.jupiter.api.Test;

/** Which data of a process have a pool, and how long. */
class TrainerPoolsTest {
  private final List<String> made = new ArrayList<>();
  private final TrainerPools pools =
      new TrainerPools(
          dataset -> {
            made.add(dataset.checksum());
            return new TrainerPool(dataset);
          });

  private static Dataset data(String checksum) {
    Dataset any = Fakes.sweep("any", 1).dataset();
    return new Dataset(any.train(), any.test(), checksum);
  }

  private TrainerPool idle(String checksum) {
    return pools.with(data(checksum), pool -> pool);
  }

  @Test
  void sweepsOnOtherDataAtTheSameTimeKeepTheirs() {
    pools.with(
        data("one"),
        one ->
            pools.with(
                data("two"),
                two -> {
                  assertThat(idle("one")).isSameAs(one);
                  assertThat(idle("two")).isSameAs(two).isNotSameAs(one);
                  return two;
                }));

    assertThat(idle("one")).isSameAs(idle("one"));
    assertThat(made).containsExactly("one", "two");
  }

  @Test
  void whatNobodyTrainsInGoesWhenOtherDataCome() {
    TrainerPool one = idle("one");
    pools.with(data("two"), two -> idle("three"));

    assertThat(made).containsExactly("one", "two", "three");
    assertThat(idle("one")).isNotSameAs(one);
    assertThat(made).containsExactly("one", "two", "three", "one");
  }

  @Test
  void whatNobodyTrainsInGoesAfterManyTrialsOnOtherData() {
    pools.with(data("one"), one -> idle("two"));
    for (int trial = 1; trial < TrainerPools.MANY; trial++) {
      idle("two");
    }
    idle("one");
    assertThat(made).containsExactly("one", "two");

    for (int trial = 0; trial <= TrainerPools.MANY; trial++) {
      idle("two");
    }
    idle("one");
    assertThat(made).containsExactly("one", "two", "one");
  }

  @Test
  void aTrialThatThrowsTrainsNoLonger() {
    assertThatThrownBy(
            () ->
                pools.with(
                    data("one"),
                    pool -> {
                      throw new IllegalStateException("no luck");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no luck");
    TrainerPool one = idle("one");
    idle("two");

    assertThat(idle("one")).isNotSameAs(one);
  }
}
