package org.bnsweep.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final AtomicLong nanos = new AtomicLong();
  private final List<String> lines = new ArrayList<>();
  private final Watch watch = new Watch(lines::add, nanos::get, new FakeClock());

  /** Shows 10:01:22 when the test begins. */
  private final class FakeClock extends Clock {
    @Override
    public Instant instant() {
      return Instant.parse("2024-05-06T10:01:22Z").plusNanos(nanos.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** Lets the watch look every second, which it does less often by itself. */
  private void pass(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      nanos.addAndGet(1_000_000_000);
      watch.tell();
    }
  }

  private Step step(String words) {
    return watch.step(words, new Patience(HALF_A_MINUTE));
  }

  @Test
  void saysNothingOfStepsThatEndInTime() {
    for (int i = 0; i < 100; i++) {
      Step step = step("still starting Spark,");
      pass(Duration.ofSeconds(29));
      step.close();
    }

    assertThat(lines).isEmpty();
  }

  @Test
  void namesAStepThatLastsAtGrowingIntervals() {
    Step step = step("still starting Spark,");

    pass(Duration.ofHours(5));
    step.close();
    pass(Duration.ofHours(5));

    assertThat(lines)
        .containsExactly(
            "still starting Spark, since 10:01:22 (30 s)",
            "still starting Spark, since 10:01:22 (60 s)",
            "still starting Spark, since 10:01:22 (2 min)",
            "still starting Spark, since 10:01:22 (4 min)",
            "still starting Spark, since 10:01:22 (8 min)",
            "still starting Spark, since 10:01:22 (16 min)",
            "still starting Spark, since 10:01:22 (32 min)",
            "still starting Spark, since 10:01:22 (64 min)",
            "still starting Spark, since 10:01:22 (2 h)",
            "still starting Spark, since 10:01:22 (4 h)");
  }

  @Test
  void namesEachOfTheStepsThatLast() {
    Step first = step("still loading the native libraries,");
    pass(Duration.ofSeconds(5));
    Step second = step("still starting Spark,");
    pass(Duration.ofSeconds(40));
    first.close();
    second.close();

    assertThat(lines)
        .containsExactly(
            "still loading the native libraries, since 10:01:22 (30 s)",
            "still starting Spark, since 10:01:27 (30 s)");
  }

  @Test
  void progressBeginsTheTimeAnew() {
    try (Step step = step("no result has arrived")) {
      pass(Duration.ofSeconds(2));
      step.progress();
      pass(Duration.ofSeconds(29));
      assertThat(lines).isEmpty();
      pass(Duration.ofSeconds(31));
      step.progress();
      pass(Duration.ofSeconds(29));
    }

    assertThat(lines)
        .containsExactly(
            "no result has arrived since 10:01:24 (30 s)",
            "no result has arrived since 10:01:24 (60 s)");
  }

  @Test
  void isPatientForTenTimesTheLongestSoFar() {
    Patience patience = new Patience(HALF_A_MINUTE);
    Step quick = watch.step("trial 0 has been training", patience);
    pass(Duration.ofSeconds(12));
    quick.close();
    Step slow = watch.step("trial 1 has been training", patience);
    pass(Duration.ofSeconds(130));
    slow.close();

    assertThat(lines).containsExactly("trial 1 has been training since 10:01:34 (2 min)");
  }

  @Test
  void isPatientForTenTimesWhatIsExpected() {
    Patience patience = new Patience(HALF_A_MINUTE);
    patience.expect(60);
    Step step = watch.step("trial 0 has been training", patience);
    pass(Duration.ofSeconds(601));
    step.close();

    assertThat(lines).containsExactly("trial 0 has been training since 10:01:22 (10 min)");
  }

  @Test
  void waitsForeverForWhatIsExpectedToTakeForever() {
    Patience patience = new Patience(HALF_A_MINUTE);
    patience.expect(Double.MAX_VALUE);
    Step step = watch.step("trial 0 has been training", patience);
    pass(Duration.ofHours(5));
    step.close();

    assertThat(lines).isEmpty();
  }

  @Test
  void endsALineWithWhatElseIsKnown() {
    Step known = watch.step("a", new Patience(HALF_A_MINUTE), () -> "; 2 tasks are running");
    pass(Duration.ofSeconds(30));
    known.close();
    Step unknown =
        watch.step(
            "b",
            new Patience(HALF_A_MINUTE),
            () -> {
              throw new IllegalStateException("stopped");
            });
    pass(Duration.ofSeconds(30));
    unknown.close();

    assertThat(lines)
        .containsExactly("a since 10:01:22 (30 s); 2 tasks are running", "b since 10:01:52 (30 s)");
  }

  @Test
  void sleepsUntilTheFirstStepIsDue() {
    assertThat(watch.tell()).isEqualTo(Long.MAX_VALUE);
    Step late = watch.step("late", new Patience(Duration.ofSeconds(60)));
    Step early = watch.step("early", new Patience(Duration.ofSeconds(10)));
    nanos.addAndGet(4_000_000_000L);

    assertThat(watch.tell()).isEqualTo(6_000_000_000L);
    early.close();
    assertThat(watch.tell()).isEqualTo(56_000_000_000L);
    late.close();
  }

  @Test
  void aStepWakesTheThreadThatSleepsLonger() throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    try (Watch running = Watch.start(told::add)) {
      Step patient = running.step("patient", new Patience(Duration.ofHours(1)));
      Step hasty = running.step("hasty", new Patience(Duration.ofMillis(1)));

      assertThat(told.poll(60, TimeUnit.SECONDS)).startsWith("hasty since ");
      hasty.close();
      patient.close();
    }
  }
}
