package org.bnsweep.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.data.fetch.DataSet;
import org.bnsweep.data.fetch.DataSetDownload;
import org.bnsweep.data.fetch.DownloadEvent;
import org.bnsweep.data.fetch.DownloadLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bnsweep fetch}: public data sets, from mirrors that need not be trusted. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    header = "Fetch a full data set, checksums verified.",
    description = {
      "",
      "Fetches the files of a data set into a folder: mnist (11 MB), fashion-mnist (31 MB) or"
          + " kmnist (21 MB), 60,000 training and 10,000 test samples each, or emnist (562 MB),"
          + " whose six sets are chosen by --set data.prefix=emnist-letters. What is there and"
          + " right is kept. Exit code 1 if no mirror gives a file.",
      "",
      "Goes through the proxy that the environment names in https_proxy or all_proxy "
          + "(http://host:port or http://user:password@host:port), but to hosts in no_proxy.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  bnsweep fetch mnist data/mnist",
      "  bnsweep fetch fashion-mnist data/fashion",
      "  bnsweep fetch mnist data/mnist --mirror https://example.org/mnist/",
      "  bnsweep run conf/weight-scale.yaml --set source=data/mnist \\",
      "      --set train_size=60000 --set test_size=10000 --out full"
    })
final class FetchCommand implements Callable<Integer> {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "mnist, fashion-mnist, kmnist, emnist.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description = "Folder for the files; made if it is missing.")
  private String folder = "";

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description =
          "Folder to fetch from, https; may be repeated, tried in order (default: public ones).")
  private List<String> mirrors = new ArrayList<>();

  private long lastLine = System.nanoTime();

  @Override
  public Integer call() {
    DataSet set =
        DataSet.of(name)
            .orElseThrow(
                () ->
                    new InputException(
                        "there is no data set "
                            + name
                            + " to fetch, must be one of "
                            + DataSet.words()));
    new DataSetDownload(set, mirrors.isEmpty() ? set.mirrors() : mirrors, DownloadLimits.DEFAULT)
        .fetch(path(), this::tell);
    PrintWriter out = spec.commandLine().getOut();
    String shown = PlainText.oneLine(folder);
    out.println(set.title() + " is in " + shown + ", for --set source=" + shown);
    return ExitCode.OK;
  }

  private Path path() {
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new InputException(folder + ": is no name of a folder: " + e.getReason(), e);
    }
  }

  private void tell(DownloadEvent event) {
    if (event instanceof DownloadEvent.Kept kept) {
      line(kept.file() + " is there and right");
    } else if (event instanceof DownloadEvent.Placed placed) {
      line(placed.file() + " fetched, checksum right");
    } else if (event instanceof DownloadEvent.Unpacked unpacked) {
      line(unpacked.file() + " unpacked");
    } else if (event instanceof DownloadEvent.AttemptFailed failed) {
      line(failed.from() + ": " + failed.reason());
    } else if (event instanceof DownloadEvent.Receiving receiving) {
      long now = System.nanoTime();
      if (receiving.bytes() > 0 && now - lastLine >= BETWEEN_LINES.toNanos()) {
        line(
            receiving.file()
                + ": "
                + PlainText.size(receiving.bytes())
                + (receiving.total().isPresent()
                    ? " of " + PlainText.size(receiving.total().getAsLong())
                    : ""));
      }
    }
  }

  private void line(String text) {
    lastLine = System.nanoTime();
    spec.commandLine().getErr().println("bnsweep: " + PlainText.oneLine(text));
  }
}
