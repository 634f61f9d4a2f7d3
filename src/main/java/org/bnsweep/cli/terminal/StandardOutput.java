package org.bnsweep.cli.terminal;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Standard output that remembers why it failed: a disk that is full, a reader that has gone. Those
 * who print are not told, as is the way of {@link PrintWriter}, and go on; at the end the exit code
 * tells.
 */
public final class StandardOutput {
  private final Remembering stream;
  private final PrintWriter writer;

  StandardOutput(OutputStream stream) {
    this.stream = new Remembering(stream);
    this.writer =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(this.stream, StandardCharsets.UTF_8)));
  }

  /** That of the process. */
  public static StandardOutput ofThisProcess() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out));
  }

  /** Where a program that goes on has its output, which may be a notebook. */
  public static StandardOutput of(PrintStream stream) {
    return new StandardOutput(stream);
  }

  /** UTF-8, buffered. */
  public PrintWriter writer() {
    return writer;
  }

  /**
   * The exit code of a command that has printed all it had to: {@code ofCommand}, unless output was
   * lost, which {@code err} is told.
   */
  public int exitCode(int ofCommand, PrintWriter err) {
    writer.flush();
    if (stream.failure.isEmpty()) {
      return ofCommand;
    }
    err.println(
        "bnsweep: cannot write to standard output: " + PlainText.message(stream.failure.get()));
    return ofCommand == ExitCode.OK ? ExitCode.FAILED : ofCommand;
  }

  private static final class Remembering extends OutputStream {
    private final OutputStream stream;
    private Optional<IOException> failure = Optional.empty();

    Remembering(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        stream.write(bytes, offset, length);
      } catch (IOException e) {
        failure = failure.or(() -> Optional.of(e));
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }
  }
}
