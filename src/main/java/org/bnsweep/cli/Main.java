package org.bnsweep.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.StandardOutput;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    StandardOutput out = StandardOutput.ofThisProcess();
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    HadoopUser.nameIfNameless();
    int exitCode = out.exitCode(new Cli(out.writer(), err).run(args), err);
    if (exitCode != ExitCode.OK || !isDriverOnTheCluster()) {
      System.exit(exitCode);
    }
  }

  /**
   * Whether a cluster started this process for the driver. YARN takes one that exits by itself,
   * with whatever code, for lost, and starts it again; elsewhere to exit is quicker.
   */
  private static boolean isDriverOnTheCluster() {
    return System.getProperty("spark.submit.deployMode", "client").equals("cluster");
  }
}
