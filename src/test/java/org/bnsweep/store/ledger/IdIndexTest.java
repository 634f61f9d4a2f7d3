package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.bnsweep.store.TestTrials;
import org.junit.jupiter.api.Test;

class IdIndexTest {
  @Test
  void remembersTheLastNumberOfEveryId() {
    IdIndex index = new IdIndex();
    Map<String, Long> expected = new HashMap<>();
    for (long i = 0; i < 5000; i++) {
      String id = TestTrials.id(i % 4000);
      index.put(id, i);
      expected.put(id, i);
    }

    Map<String, Long> found = new HashMap<>();
    index.forEach(found::put);
    assertThat(found).isEqualTo(expected);
    assertThat(index.size()).isEqualTo(4000);
    expected.forEach((id, value) -> assertThat(index.get(id)).isEqualTo(value));
    assertThat(index.get(TestTrials.id(4000))).isEqualTo(IdIndex.ABSENT);
  }

  @Test
  void tellsIdsApartThatAgreeInTheirFirstHalf() {
    IdIndex index = new IdIndex();
    index.put("0123456789abcdef0000000000000001", 1);
    index.put("0123456789abcdef0000000000000002", 2);

    assertThat(index.get("0123456789abcdef0000000000000001")).isEqualTo(1);
    assertThat(index.get("0123456789abcdef0000000000000003")).isEqualTo(IdIndex.ABSENT);
  }

  @Test
  void refusesWhatIsNoId() {
    IdIndex index = new IdIndex();

    assertThatThrownBy(() -> index.get("abc"))
        .hasMessage("trial id 'abc' is not 32 hexadecimal digits");
    assertThatThrownBy(() -> index.get("x".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
