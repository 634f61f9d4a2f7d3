package org.bnsweep.cli.options;

import java.io.PrintWriter;
import java.util.Optional;
import org.bnsweep.cli.run.Serving;
import org.bnsweep.cli.terminal.InputException;
import picocli.CommandLine.Option;

/** The options {@code --serve} and {@code --keep-serving}: the page of a run while it runs. */
public final class ServeOption {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--serve",
      arity = "0..1",
      paramLabel = "PORT",
      fallbackValue = "0",
      preprocessor = OptionalNumber.class,
      description = {
        "Serve the report's page while trials finish, to browsers on this machine only, at the URL "
            + "that stderr tells. PORT 0 or none: a free port."
      })
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--keep-serving",
      description = "With --serve: go on after the end of the run, until Ctrl-C.")
  private boolean keepServing;

  /**
   * Checks that the options go together.
   *
   * @throws InputException if the options make no sense
   */
  public void check() {
    if (port.isPresent() && (port.get() < 0 || port.get() > HIGHEST_PORT)) {
      throw new InputException("--serve is " + port.get() + ", must be a port from 0 to 65535");
    }
    if (keepServing && port.isEmpty()) {
      throw new InputException("--keep-serving is given without --serve; give both");
    }
  }

  /** The page these options ask for; {@code err} is told where it is. */
  public Serving serving(PrintWriter err) {
    return new Serving(port, keepServing ? Serving.AtTheEnd.KEEP : Serving.AtTheEnd.STOP, err);
  }
}
