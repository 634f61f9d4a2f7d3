package org.bnsweep.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.commons.codec.digest.DigestUtils;
import org.bnsweep.data.DataUnavailableException;
import org.bnsweep.data.format.IdxFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mirror that only a proxy can reach: HTTPS, by a name that this machine does not know. */
@Timeout(120)
class DownloadThroughProxyTest {
  private static final String MIRROR = "https://mirror.test/mnist/";
  private static final String CONNECT = "CONNECT mirror.test:443 HTTP/1.1";
  private static final String ANN =
      "Basic "
          + Base64.getEncoder().encodeToString("ann:p@ss:word".getBytes(StandardCharsets.US_ASCII));
  private static final char[] PASSWORD = "secret".toCharArray();
  private static final byte[] CONTENT = {1, 2, 3, 4, 5};

  @TempDir Path temporary;
  private final List<DownloadEvent> events = new ArrayList<>();
  private HttpsServer mirror;
  private SSLContext before;

  @BeforeEach
  void start() throws Exception {
    SSLContext tls = tls();
    before = SSLContext.getDefault();
    // Whoever connects from now on trusts the mirror.
    SSLContext.setDefault(tls);
    mirror = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    mirror.setHttpsConfigurator(new HttpsConfigurator(tls));
    byte[] packed = IdxFiles.gzip(CONTENT);
    mirror.createContext(
        "/mnist/images.gz",
        exchange -> {
          boolean told = exchange.getRequestHeaders().containsKey("Proxy-Authorization");
          exchange.sendResponseHeaders(told ? 400 : 200, told ? -1 : packed.length);
          if (!told) {
            exchange.getResponseBody().write(packed);
          }
          exchange.close();
        });
    mirror.start();
  }

  @AfterEach
  void stop() {
    SSLContext.setDefault(before);
    mirror.stop(0);
  }

  private SSLContext tls() throws Exception {
    Path file = temporary.resolve("mirror.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mirror",
                "-keyalg",
                "EC",
                "-dname",
                "CN=mirror.test",
                "-ext",
                "san=dns:mirror.test",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                String.valueOf(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private void fetch(String proxy) {
    String sha256 = DigestUtils.sha256Hex(CONTENT);
    new DataSetDownload(
            "MNIST",
            List.of(new ExpectedFile("images", CONTENT.length, sha256)),
            List.of(MIRROR),
            new DownloadLimits(
                1, Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofSeconds(60)),
            ProxySettings.of(Map.of("https_proxy", proxy)))
        .fetch(temporary.resolve("mnist"), events::add);
  }

  private void fails(String proxy, String reason) {
    assertThatExceptionOfType(DataUnavailableException.class)
        .isThrownBy(() -> fetch(proxy))
        .withMessage("images.gz: no mirror gave it: " + MIRROR + "images.gz: " + reason)
        .satisfies(e -> assertThat(events.toString() + e.getCause()).doesNotContain("p@ss"));
  }

  @Test
  void fetchesThroughATunnel() {
    try (TunnelProxy proxy = new TunnelProxy(mirror.getAddress().getPort(), "")) {
      fetch("http://127.0.0.1:" + proxy.port());

      assertThat(proxy.requests()).containsExactly(CONNECT);
    }
    assertThat(temporary.resolve("mnist/images.gz")).exists();
  }

  @Test
  void tellsTheUserToTheProxyAlone() {
    try (TunnelProxy proxy = new TunnelProxy(mirror.getAddress().getPort(), ANN)) {
      fetch("http://ann:p%40ss:word@127.0.0.1:" + proxy.port());

      assertThat(proxy.requests()).containsExactly(CONNECT, CONNECT + " " + ANN);
    }
    assertThat(temporary.resolve("mnist/images.gz")).exists();
  }

  @Test
  void failsIfTheProxyWantsAUser() {
    try (TunnelProxy proxy = new TunnelProxy(mirror.getAddress().getPort(), ANN)) {
      fails(
          "127.0.0.1:" + proxy.port(),
          "status 407 through the proxy 127.0.0.1:"
              + proxy.port()
              + ", must be 200; it asks for a user and a password: http://user:password@host:port");
    }
  }

  @Test
  void failsIfTheProxyDoesNotKnowTheUser() {
    try (TunnelProxy proxy = new TunnelProxy(mirror.getAddress().getPort(), "Basic other")) {
      fails(
          "http://ann:p%40ss:word@127.0.0.1:" + proxy.port(),
          "too many authentication attempts. Limit: 3 through the proxy 127.0.0.1:"
              + proxy.port()
              + " (attempts: 1)");
    }
  }

  @Test
  void namesTheProxyThatDoesNotAnswer() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    fails(
        "http://ann:p%40ss:word@127.0.0.1:" + port,
        "ConnectException through the proxy 127.0.0.1:" + port + " (attempts: 1)");
  }
}
