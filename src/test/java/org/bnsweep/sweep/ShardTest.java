package org.bnsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static Shard shard(int of, Integer... numbers) {
    return new Shard(List.of(numbers), of);
  }

  /** Where in a grid of {@code trials} those of {@code shard} are. */
  private static List<Long> places(Shard shard, long trials) {
    return LongStream.range(0, shard.size(trials)).map(shard::indexOf).boxed().toList();
  }

  @Test
  void hasEveryNthTrial() {
    assertThat(places(shard(4, 1), 10)).containsExactly(0L, 4L, 8L);
    assertThat(places(shard(4, 2), 10)).containsExactly(1L, 5L, 9L);
    assertThat(places(shard(4, 3), 10)).containsExactly(2L, 6L);
    assertThat(places(shard(4, 1, 3), 11)).containsExactly(0L, 2L, 4L, 6L, 8L, 10L);
    assertThat(places(Shard.WHOLE, 3)).containsExactly(0L, 1L, 2L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 23})
  void allShardsHaveEveryTrialOnce(int of) {
    List<Long> all = new ArrayList<>();
    for (int number = 1; number <= of; number++) {
      all.addAll(places(shard(of, number), 23));
    }

    assertThat(all).hasSize(23).doesNotHaveDuplicates();
  }

  @Test
  void shardsAddUp() {
    assertThat(shard(4, 2).with(shard(4, 4))).hasValue(shard(4, 2, 4));
    assertThat(shard(2, 1).with(shard(4, 2))).hasValue(shard(4, 1, 2, 3));
    assertThat(shard(2, 1).with(shard(3, 1))).hasValue(shard(6, 1, 3, 4, 5));
    assertThat(shard(4, 2, 4).with(shard(2, 1))).hasValue(Shard.WHOLE);
    assertThat(shard(9973, 1).with(shard(9967, 1))).isEmpty();
    assertThat(shard(4, 2, 3).rest()).hasValue(shard(4, 1, 4));
    assertThat(Shard.WHOLE.rest()).isEmpty();
  }

  @Test
  void saysWhichItIs() {
    assertThat(shard(4, 2).words()).isEqualTo("shard 2 of 4");
    assertThat(shard(4, 1, 2, 4).words()).isEqualTo("shards 1, 2 and 4 of 4");
    assertThat(shard(2, 1, 2).words()).isEqualTo("the whole grid");
    assertThat(shard(10, 1, 2, 3, 4, 5, 6, 7, 8, 9).words()).isEqualTo("9 of 10 shards");
  }

  @Test
  void readsOnlyShardsThatThereAre() {
    assertThat(Shard.parse("2/4")).hasValue(shard(4, 2));
    assertThat(Shard.parse("1/1")).hasValue(Shard.WHOLE);
    assertThat(List.of("0/4", "5/4", "2", "a/b", "-1/4", "1/10001", "1/999999", "2/4 ", "/", ""))
        .allSatisfy(text -> assertThat(Shard.parse(text)).isEqualTo(Optional.empty()));
    assertThatThrownBy(() -> shard(4, 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are no shards [3, 2] of 4");
  }
}
