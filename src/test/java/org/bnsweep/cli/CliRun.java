package org.bnsweep.cli;

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
}
