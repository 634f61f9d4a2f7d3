package org.bnsweep.report.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bnsweep.report.Planned;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.ReportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the page is served, and to whom. */
class LiveServerTest extends WithLivePage {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: evil.example:PORT",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1:1",
        "Host: 127.0.0.1.evil.example:PORT",
        "Host: 127.0.0.1:PORT\r\nHost: evil.example",
        "Accept: */*",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example",
        "Host: 127.0.0.1:PORT\r\nOrigin: null",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:1",
        "Host: 127.0.0.1:PORT\r\nOrigin: https://127.0.0.1:PORT",
        "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site",
        "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: same-site"
      })
  void refusesOtherHostsAndOrigins(String headers) throws IOException {
    for (String path : List.of("/", "/data.json", "/events", "/other")) {
      assertThat(HandWritten.status(page.address().getPort(), "GET " + path, headers))
          .as(path)
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: 127.0.0.1:PORT",
        "Host: localhost:PORT",
        "Host: LocalHost:PORT\r\nOrigin: http://localhost:PORT",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin",
        "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: none"
      })
  void answersItsOwnPage(String headers) throws IOException {
    assertThat(HandWritten.status(page.address().getPort(), "GET /", headers)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.html", "/data.json/", "/../etc/passwd", "/events/1", "/%2e"})
  void otherPathsAreNotFound(String path) throws IOException {
    assertThat(HandWritten.status(page.address().getPort(), "GET " + path, "Host: 127.0.0.1:PORT"))
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"})
  void onlyGetIsAllowed(String method) throws IOException {
    for (String path : List.of("/", "/data.json", "/events")) {
      assertThat(
              HandWritten.status(
                  page.address().getPort(), method + " " + path, "Host: 127.0.0.1:PORT"))
          .as(path)
          .isEqualTo(405);
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws IOException {
    List<InetAddress> others = new ArrayList<>();
    for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      device.inetAddresses().filter(a -> a instanceof Inet4Address).forEach(others::add);
    }
    others.removeIf(InetAddress::isLoopbackAddress);

    assertThat(page.address().getHost()).isEqualTo("127.0.0.1");
    // All of 127.0.0.0/8 is this machine, and a server on the wildcard address would answer here.
    others.add(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}));
    for (InetAddress other : others) {
      assertThatThrownBy(() -> HandWritten.connect(other, page.address().getPort()).close())
          .as(other.toString())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPortThatIsTakenIsAnError() {
    int port = page.address().getPort();

    assertThatThrownBy(
            () ->
                LivePage.start(
                    port, ReferenceRun.facts("live", 20, 0), new Planned(RESULTS), RESULTS.size()))
        .isInstanceOf(ReportException.class)
        .hasMessage("cannot serve the page on 127.0.0.1:" + port + ": Address already in use");
  }

  @Test
  void closingFreesThePort() throws IOException {
    int port = page.address().getPort();

    page.close();

    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      assertThat(free.isBound()).isTrue();
    }
  }

  @Test
  void closingTwiceIsFine() {
    page.close();
    page.close();

    assertThatThrownBy(
            () -> HandWritten.connect(InetAddress.getLoopbackAddress(), page.address().getPort()))
        .isInstanceOf(IOException.class);
  }
}
