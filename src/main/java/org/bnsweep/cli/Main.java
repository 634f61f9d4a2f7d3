package org.bnsweep.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.StandardOutput;
import org.bnsweep.sweep.spark.ApplicationMaster;
import org.bnsweep.sweep.spark.RunningSpark;

/** The program. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code, unless the process is somebody
   * else's: one with a SparkContext that goes on.
   *
   * @throws IllegalStateException in such a process, if the exit code is not 0
   */
  public static void main(String[] args) {
    int exitCode = run(StandardOutput.ofThisProcess(), args);
    if (!isOurs() && RunningSpark.find().isPresent()) {
      if (exitCode != ExitCode.OK) {
        throw new IllegalStateException("bnsweep ended with exit code " + exitCode);
      }
    } else if (exitCode != ExitCode.OK || !isDriverOnTheCluster()) {
      System.exit(exitCode);
    } else {
      ApplicationMaster.endWell();
    }
  }

  /** Runs one command, which prints to {@link System#out}; its exit code. The process goes on. */
  public static int run(String... args) {
    return run(StandardOutput.of(System.out), args);
  }

  private static int run(StandardOutput out, String... args) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    HadoopUser.nameIfNameless();
    return out.exitCode(new Cli(out.writer(), err).run(args), err);
  }

  /** Whether java was started with this class, so that Spark need not be asked. */
  private static boolean isOurs() {
    return System.getProperty("sun.java.command", "").startsWith(Main.class.getName());
  }

  /**
   * Whether a cluster started this process for the driver. YARN takes one that exits by itself,
   * with whatever code, for lost, and starts it again; elsewhere to exit is quicker.
   */
  private static boolean isDriverOnTheCluster() {
    return System.getProperty("spark.submit.deployMode", "client").equals("cluster");
  }
}
