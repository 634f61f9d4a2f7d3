package org.bnsweep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When what an idle slot does begins. */
class IdleSlotTest {

  @ParameterizedTest
  @CsvSource({
    "5, 2, 0 0 0 0 1 1", // one trial left for two slots
    "1, 2, 1 1", // at once
    "2, 1, 0 0 1", // after the last
    "3, 3, 0 1 1 1",
  })
  void beginsOnceWhenFewerTrialsAreLeftThanSlots(long trials, int slots, String expected) {
    AtomicInteger begun = new AtomicInteger();
    List<String> after = new ArrayList<>();

    IdleSlot slot = new IdleSlot(trials, slots, begun::incrementAndGet);
    after.add(begun.toString());
    for (long finished = 1; finished <= trials; finished++) {
      slot.trialFinished();
      after.add(begun.toString());
    }

    assertThat(String.join(" ", after)).isEqualTo(expected);
  }
}
