package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bnsweep.watch.Patience;
import org.bnsweep.watch.Step;
import org.bnsweep.watch.Watch;
import org.junit.jupiter.api.Test;

class TrialWatchTest {
  @Test
  void namesTheTrialThatLasts() throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    try (Watch watch = Watch.start(told::add)) {
      TrialWatch trials = new TrialWatch(watch, new Patience(Duration.ofMillis(1)));
      Step trial = trials.begin(17, 1e-4);

      assertThat(told.poll(60, TimeUnit.SECONDS))
          .matches("trial 17 has been training since \\d\\d:\\d\\d:\\d\\d \\(0 s\\)");
      trial.close();
    }
  }
}
