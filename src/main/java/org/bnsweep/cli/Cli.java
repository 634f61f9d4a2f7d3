package org.bnsweep.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.bnsweep.blas.NativesException;
import org.bnsweep.cli.run.Versions;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.config.ConfigException;
import org.bnsweep.config.NearWords;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;
import org.bnsweep.store.files.RunRefusedException;
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
import picocli.CommandLine.UnmatchedArgumentException;

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
      subcommands = {
        RunCommand.class,
        PlanCommand.class,
        TrialCommand.class,
        ReportCommand.class,
        BestCommand.class,
        VerifyCommand.class,
        MergeCommand.class,
        GradcheckCommand.class,
        FetchCommand.class
      },
      synopsisSubcommandLabel = "COMMAND",
      commandListHeading = "%nCommands:%n",
      footer = {
        "",
        "Examples:",
        "  bnsweep run conf/weight-scale.yaml",
        "  bnsweep run conf/weight-scale.yaml --set grid.seed=[0,1,2] --out three-seeds",
        "  bnsweep trial --set weight_scale=0.01 --set seed=7",
        "",
        "bnsweep COMMAND --help has more of them. In a clone, bnsweep is",
        "submit/local.sh, or submit/cluster.sh MASTER.",
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
          spec.commandLine(),
          "a command is missing, must be one of " + String.join(", ", spec.subcommands().keySet()));
    }
  }

  /** {@code fetch-mnist DIR} is {@code fetch mnist DIR}. */
  private static String[] withoutOldNames(String... args) {
    return args.length > 0 && args[0].equals("fetch-mnist")
        ? Stream.concat(Stream.of("fetch", "mnist"), Arrays.stream(args).skip(1))
            .toArray(String[]::new)
        : args;
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
    try {
      return commandLine.execute(withoutOldNames(args));
    } catch (LinkageError | VirtualMachineError e) {
      tell(e, commandLine);
      return ExitCode.FAILED;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int onBadArguments(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String problem =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched)
            : PlainText.message(e);
    command
        .getErr()
        .println(
            "bnsweep: "
                + problem
                + "; see "
                + command.getCommandSpec().qualifiedName()
                + " --help");
    return ExitCode.BAD_INPUT;
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String unknown = e.getUnmatched().get(0);
    String argument = PlainText.oneLine(unknown);
    if (!e.isUnknownOption() && e.getCommandLine().getSubcommands().isEmpty()) {
      return "'" + argument + "' is one argument too many";
    }
    CommandLine command = e.getCommandLine();
    String kind = e.isUnknownOption() ? "option" : "command";
    Collection<String> known =
        e.isUnknownOption()
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    String nearest =
        NearWords.of(unknown, known).words().stream()
            .findFirst()
            .map(word -> ", nearest is " + word)
            .orElse("");
    return "unknown " + kind + " '" + argument + "'" + nearest;
  }

  private static int onException(Exception e, CommandLine command, ParseResult parsed) {
    boolean badInput =
        e instanceof InputException
            || e instanceof ConfigException
            || e instanceof GridException
            || e instanceof RunRefusedException
            || e instanceof NativesException
            || (e instanceof DataException && !(e instanceof DataUnavailableException));
    if (badInput) {
      tellOf(e, command, Optional.empty());
      return ExitCode.BAD_INPUT;
    }
    tell(e, command);
    return ExitCode.FAILED;
  }

  /** One line for {@code e}, and another for its cause if that says more. */
  private static void tell(Throwable e, CommandLine command) {
    tellOf(e, command, Optional.ofNullable(e.getCause()));
  }

  private static void tellOf(Throwable e, CommandLine command, Optional<Throwable> cause) {
    Root root = (Root) command.getCommandSpec().root().userObject();
    PrintWriter err = command.getErr();
    String message = PlainText.message(e);
    err.println("bnsweep: " + message);
    if (root.debug) {
      printStackTrace(e, err);
    } else {
      cause
          .map(PlainText::message)
          .filter(why -> !message.contains(why))
          .ifPresent(why -> err.println("bnsweep: because " + why));
    }
  }

  private static void printStackTrace(Throwable e, PrintWriter err) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    trace
        .toString()
        .lines()
        .forEach(
            line -> err.println((line.startsWith("\t") ? "    " : "") + PlainText.oneLine(line)));
  }
}
