package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run --serve}, from the command line to the browser's side of the socket. */
@Timeout(120)
class ServeTest {
  private static final Pattern PAGE =
      Pattern.compile("bnsweep: the page is at (http://127\\.0\\.0\\.1:\\d+/)");
  private static final Pattern STAYS =
      Pattern.compile("bnsweep: the page stays at (http://127\\.0\\.0\\.1:\\d+/) until Ctrl-C");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void keepsServingTheResultsWhenTold() throws Exception {
    Thread run = new Thread(() -> run("--serve", "--keep-serving"), "run");
    run.start();
    try {
      String stays = awaitAddress(STAYS);

      assertThat(awaitAddress(PAGE)).isEqualTo(stays);
      HttpResponse<String> data =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(stays + "data.json")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(data.statusCode()).isEqualTo(200);
      assertThat(data.body()).contains("\"name\":\"tiny\"", "\"trials\":2,");
      // Of the run folder: only that has it.
      assertThat(data.body()).contains("fingerprint of the accuracies");
    } finally {
      run.interrupt();
      run.join(30_000);
    }
    assertThat(run.isAlive()).isFalse();
    assertThat(out.toString()).contains("2 trials");
  }

  @Test
  void aPortThatIsTakenEndsTheRunBeforeItStarts() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
      int port = taken.getLocalPort();

      assertThat(run("--serve", "" + port)).isEqualTo(2);

      assertThat(err)
          .hasToString(
              "bnsweep: cannot serve the page on 127.0.0.1:"
                  + port
                  + ": Address already in use; "
                  + "--serve without a port takes a free one"
                  + System.lineSeparator());
    }
  }

  @Test
  void portsAreChecked() throws IOException {
    assertThat(run("--serve", "65536")).isEqualTo(2);

    assertThat(err)
        .hasToString(
            "bnsweep: --serve is 65536, must be a port from 0 to 65535" + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--serve none.yaml", "none.yaml --serve", "--serve=0 none.yaml"})
  void thePortMayBeLeftOutAnywhere(String arguments) {
    String[] args = ("run " + arguments).split(" ");

    assertThat(new Cli(new PrintWriter(out), new PrintWriter(err)).run(args)).isEqualTo(2);

    assertThat(err.toString()).contains("none.yaml").doesNotContain("--serve");
  }

  @Test
  void aWordIsNoPort() {
    String[] args = {"run", "--serve=x", "none.yaml"};

    assertThat(new Cli(new PrintWriter(out), new PrintWriter(err)).run(args)).isEqualTo(2);

    assertThat(err.toString()).contains("Invalid value for option '--serve': 'x' is not an int");
  }

  @Test
  void keepingNeedsServing() throws IOException {
    assertThat(run("--keep-serving")).isEqualTo(2);

    assertThat(err)
        .hasToString(
            "bnsweep: --keep-serving is given without --serve; give both" + System.lineSeparator());
  }

  @Test
  void helpShowsHowToServe() {
    int code = new Cli(new PrintWriter(out), new PrintWriter(err)).run("run", "--help");

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("--serve[=PORT]")
        .contains("--keep-serving")
        .contains("bnsweep run conf/large-grid.yaml --serve 8080 --keep-serving");
  }

  /** Two small trials, on one core. */
  private int run(String... options) {
    try {
      Path config = folder.resolve("tiny.yaml");
      Files.writeString(
          config,
          """
          name: tiny
          data: {source: embedded, train_size: 100, test_size: 0}
          epochs: 1
          grid: {hidden: [10], weight_scale: [0.1, 0.01]}
          """);
      String[] args = {
        "run", config.toString(), "--out", folder.resolve("out").toString(), "--master", "local[1]"
      };
      String[] all = new String[args.length + options.length];
      System.arraycopy(args, 0, all, 0, args.length);
      System.arraycopy(options, 0, all, args.length, options.length);
      return new Cli(new PrintWriter(out), new PrintWriter(err)).run(all);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String awaitAddress(Pattern line) throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      Matcher matcher = line.matcher(err.toString());
      if (matcher.find()) {
        return matcher.group(1);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no line like " + line + " but " + err);
  }
}
