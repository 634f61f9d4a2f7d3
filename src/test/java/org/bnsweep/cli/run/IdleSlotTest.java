package org.bnsweep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When the work of an idle slot begins. */
class IdleSlotTest {
  private final Semaphore begun = new Semaphore(0);

  @Test
  void beginsOnceWhenASlotHasNoTrialLeft() throws InterruptedException {
    IdleSlot slot = new IdleSlot(5, 2, begun::release);
    for (int finished = 1; finished <= 3; finished++) {
      slot.trialFinished();
    }
    assertThat(begun.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();

    slot.trialFinished();
    assertThat(begun.tryAcquire(1, TimeUnit.MINUTES)).isTrue();

    slot.trialFinished();
    assertThat(begun.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
  }

  @Test
  void beginsAtOnceWhereThereAreMoreSlotsThanTrials() throws InterruptedException {
    IdleSlot slot = new IdleSlot(1, 2, begun::release);

    assertThat(begun.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
    slot.trialFinished();
    assertThat(begun.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
  }

  @Test
  void beginsAfterTheLastTrialOnASingleSlot() throws InterruptedException {
    IdleSlot slot = new IdleSlot(2, 1, begun::release);
    slot.trialFinished();
    assertThat(begun.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();

    slot.trialFinished();
    assertThat(begun.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
  }
}
