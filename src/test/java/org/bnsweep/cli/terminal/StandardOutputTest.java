package org.bnsweep.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  private final StringWriter err = new StringWriter();

  private int exitCode(StandardOutput out, int ofCommand) {
    return out.exitCode(ofCommand, new PrintWriter(err, true));
  }

  private static StandardOutput full() {
    return new StandardOutput(
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("No space left on device");
          }
        });
  }

  @Test
  void passesOnWhatIsPrintedAndTheExitCode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StandardOutput out = new StandardOutput(bytes);
    out.writer().print("a ü");

    assertThat(exitCode(out, ExitCode.OK)).isEqualTo(ExitCode.OK);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("a ü");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void makesACommandFailWhoseOutputWasLost() {
    StandardOutput out = full();
    out.writer().print("a");

    assertThat(exitCode(out, ExitCode.OK)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .isEqualTo(
            "bnsweep: cannot write to standard output: No space left on device"
                + System.lineSeparator());
  }

  @Test
  void keepsTheExitCodeOfACommandThatFailedItself() {
    StandardOutput out = full();
    out.writer().print("a");

    assertThat(exitCode(out, ExitCode.BAD_INPUT)).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void doesNotFailACommandThatPrintsNothing() {
    assertThat(exitCode(full(), ExitCode.OK)).isEqualTo(ExitCode.OK);
  }
}
