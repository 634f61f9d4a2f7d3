package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchCommandTest {
  private static final String NEW_LINE = System.lineSeparator();

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({"fetch-mnist", "fetch mnist", "fetch fashion-mnist", "fetch KMNIST"})
  void failsIfNoMirrorHasTheFile(String command) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    String mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/mnist/";
    Path folder = temporary.resolve("mnist");
    try {
      CliRun fetch = CliRun.of((command + " " + folder + " --mirror " + mirror).split(" "));

      String address = mirror + "train-images-idx3-ubyte.gz: status 404, must be 200";
      assertThat(fetch)
          .isEqualTo(
              new CliRun(
                  1,
                  "",
                  "bnsweep: "
                      + address
                      + NEW_LINE
                      + "bnsweep: train-images-idx3-ubyte.gz: no mirror gave it: "
                      + address
                      + NEW_LINE));
      assertThat(folder).isEmptyDirectory();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void rejectsAMirrorThatIsNotHttps() {
    assertThat(CliRun.of("fetch-mnist", temporary.toString(), "--mirror", "ftp://x/"))
        .isEqualTo(
            new CliRun(
                2,
                "",
                "bnsweep: mirror is ftp://x/, must be an https address of a folder" + NEW_LINE));
  }

  @Test
  void leavesAFileOfSomebodyElseAlone() throws IOException {
    Path file = Files.writeString(temporary.resolve("train-labels-idx1-ubyte"), "mine");

    CliRun fetch = CliRun.of("fetch-mnist", temporary.toString());

    assertThat(fetch.exitCode()).isEqualTo(2);
    assertThat(fetch.err())
        .startsWith("bnsweep: " + file + ": is there but is not the file of MNIST: ")
        .endsWith("; remove it or choose another folder" + NEW_LINE);
    assertThat(file).hasContent("mine");
  }
}
