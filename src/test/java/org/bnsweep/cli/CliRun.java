package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * A command run in this process.
 *
 * @param exitCode what it answered
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record CliRun(int exitCode, String out, String err) {

  static CliRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = new Cli(new PrintWriter(out), new PrintWriter(err)).run(arguments);
    return new CliRun(exitCode, out.toString(), err.toString());
  }

  /** Lines of stdout. */
  List<String> lines() {
    return out.lines().toList();
  }

  /** Asserts that a command answers 2 and says nothing but {@code message}. */
  static void assertRefused(String message, String... arguments) {
    assertThat(of(arguments))
        .isEqualTo(new CliRun(2, "", "bnsweep: " + message + System.lineSeparator()));
  }
}
