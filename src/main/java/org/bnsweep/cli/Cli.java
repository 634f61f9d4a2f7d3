package org.bnsweep.cli;

import java.io.PrintWriter;
import org.bnsweep.config.ConfigException;
import org.bnsweep.data.DataException;
import org.bnsweep.sweep.GridException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line: parses, runs one command, and turns what went wrong into one line and an exit
 * code.
 */
public final class Cli {
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * A command line that writes elsewhere than the process's streams.
   *
   * @param out for results
   * @param err for progress and errors
   */
  public Cli(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Command(
      name = "bnsweep",
      description = {"What does Batch Normalization change, and for which settings?", ""},
      mixinStandardHelpOptions = true,
      versionProvider = Versions.class,
      subcommands = {RunCommand.class, TrialCommand.class, GradcheckCommand.class},
      synopsisSubcommandLabel = "COMMAND",
      footer = {
        "",
        "Examples:",
        "  bnsweep run conf/weight-scale.yaml",
        "  bnsweep run conf/weight-scale.yaml --set grid.seed=[0,1,2] --out /tmp/three-seeds",
        "  bnsweep trial --set weight_scale=0.01 --set seed=7",
        "",
        "Exit codes: 0 every trial trained, 1 a trial failed or something broke,",
        "2 the input is wrong, 130 interrupted."
      })
  static final class Root implements Runnable {
    @Spec private CommandSpec spec;

    @Option(
        names = "--debug",
        scope = ScopeType.INHERIT,
        description = "Show stack traces with errors.")
    private boolean debug;

    @Override
    public void run() {
      throw new ParameterException(
          spec.commandLine(), "a command is missing: run, trial or gradcheck; see bnsweep --help");
    }
  }

  /** Runs the command that {@code args} name; returns its exit code and never throws. */
  public int run(String... args) {
    IFactory factory = CommandLine.defaultFactory();
    CommandLine commandLine = new CommandLine(new Root(), factory);
    commandLine
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(80)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Cli::onBadArguments)
        .setExecutionExceptionHandler(Cli::onException);
    return commandLine.execute(args);
  }

  private static int onBadArguments(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("bnsweep: " + oneLine(e.getMessage()));
    return ExitCode.BAD_INPUT;
  }

  private static int onException(Exception e, CommandLine command, ParseResult parsed) {
    Root root = (Root) command.getCommandSpec().root().userObject();
    PrintWriter err = command.getErr();
    String message =
        e.getMessage() == null ? e.getClass().getSimpleName() : oneLine(e.getMessage());
    boolean badInput =
        e instanceof InputException
            || e instanceof ConfigException
            || e instanceof GridException
            || e instanceof DataException;
    err.println("bnsweep: " + message);
    if (root.debug) {
      e.printStackTrace(err);
    } else if (!badInput && e.getCause() != null && e.getCause().getMessage() != null) {
      err.println("bnsweep: because " + oneLine(e.getCause().getMessage()));
    }
    return badInput ? ExitCode.BAD_INPUT : ExitCode.FAILED;
  }

  /**
   * {@code text} without line breaks and other control characters, which could rewrite a terminal.
   */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }
}
