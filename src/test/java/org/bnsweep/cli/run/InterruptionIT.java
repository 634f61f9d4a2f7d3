package org.bnsweep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bnsweep.cli.terminal.Notices;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;

class InterruptionIT {

  /** A sweep whose own thread ends the process, as Spark does where it cannot go on. */
  static final class EndsItself {
    private EndsItself() {}

    public static void main(String[] none) {
      Notices notices = new Notices(new PrintWriter(new StringWriter()), Terminal.NONE);
      SlowSteps steps = new SlowSteps(SlowSteps.Limits.DEFAULT, notices);
      Interruption unused = new Interruption(steps);
      System.exit(53);
    }
  }

  @Test
  void doesNotWaitForTheThreadThatEndsTheProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                EndsItself.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();

    // It gives an interrupted sweep 25 s.
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(53);
  }
}
