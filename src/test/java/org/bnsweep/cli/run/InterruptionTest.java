package org.bnsweep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedByInterruptException;
import org.bnsweep.cli.run.Interruption.Interruptible;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.Notices;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.cli.terminal.Terminal;
import org.bnsweep.store.files.StoreException;
import org.junit.jupiter.api.Test;

/** What is said of a run, or of a merge, that is interrupted. */
class InterruptionTest {
  private final StringWriter err = new StringWriter();

  private int call(Interruptible run) {
    return Interruption.callUntilInterrupted(
        SlowSteps.Limits.DEFAULT,
        new Notices(new PrintWriter(err), Terminal.NONE),
        "the same command goes on",
        run);
  }

  @Test
  void aDiskThatFailedMeanwhileIsToldOfFirst() {
    InterruptedException interrupt = new InterruptedException();
    interrupt.addSuppressed(
        new StoreException("cannot write trials", new IOException("No space left on device")));
    interrupt.addSuppressed(
        new StoreException("cannot write more", new ClosedByInterruptException()));

    int exitCode =
        call(
            (interruption, steps) -> {
              throw interrupt;
            });

    assertThat(exitCode).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(err.toString().lines())
        .containsExactly(
            "bnsweep: cannot write trials: No space left on device",
            "bnsweep: interrupted; the same command goes on");
  }

  @Test
  void whatFailsWhereNothingIsInterruptedIsThrown() {
    StoreException failure = new StoreException("no");

    assertThatThrownBy(
            () ->
                call(
                    (interruption, steps) -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(call((interruption, steps) -> 1)).isEqualTo(1);
    assertThat(err.toString()).isEmpty();
  }
}
