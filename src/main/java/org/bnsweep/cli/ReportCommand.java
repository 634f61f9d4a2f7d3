package org.bnsweep.cli;

import java.util.concurrent.Callable;
import org.bnsweep.cli.options.HadoopOption;
import org.bnsweep.cli.run.FinishedRun;
import org.bnsweep.cli.run.RunOutput;
import org.bnsweep.cli.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bnsweep report}: charts and page of a run, drawn again from its results. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    header = "Draw the charts and the page of a run again.",
    description = {
      "",
      "Reads nothing but the run folder: it may have been made elsewhere, or by another version.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  bnsweep report results/runs/weight-scale",
      "  bnsweep report hdfs://namenode/runs/large-grid"
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Run folder, a path or a URI.")
  private String folder = "";

  @Mixin private HadoopOption hadoop;

  @Override
  public Integer call() {
    FinishedRun run = FinishedRun.open(folder, hadoop.get());
    run.draw();
    new RunOutput(run, spec.commandLine().getOut()).printFiles();
    return ExitCode.OK;
  }
}
