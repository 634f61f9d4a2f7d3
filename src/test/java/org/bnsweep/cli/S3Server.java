package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hadoop.util.VersionInfo;

/**
 * An S3 server on loopback, a process of its own, whose objects are in its memory.
 *
 * @param log what it was asked for
 */
record S3Server(Process process, int port, Path log) {
  static final String KEY = "the-access-key-of-this-test";
  static final String SECRET = "the-secret-key-of-this-test";

  private static final String BUCKET = "bucket";
  private static final Pattern LISTED = Pattern.compile("<Key>([^<]+)</Key>");

  /** A server with an empty bucket; its settings are in {@code folder}. */
  static S3Server start(Path folder) throws IOException, InterruptedException {
    Path jars = MavenJars.of("s3proxy.xml", "s3proxy");
    int port = freePort();
    List<String> properties =
        List.of(
            "s3proxy.endpoint=http://127.0.0.1:" + port,
            "s3proxy.authorization=aws-v2-or-v4",
            "s3proxy.identity=" + KEY,
            "s3proxy.credential=" + SECRET,
            "jclouds.provider=transient-nio2",
            "jclouds.identity=none",
            "jclouds.credential=none");
    Path settings = Files.write(folder.resolve("s3proxy.properties"), properties);
    Path logging =
        Files.writeString(
            folder.resolve("logback.xml"),
            """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%m%n</pattern></encoder>
              </appender>
              <logger name="org.gaul.s3proxy.S3ProxyHandler" level="debug"/>
              <root level="warn"><appender-ref ref="out"/></root>
            </configuration>
            """);
    Path log = folder.resolve("s3.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dlogback.configurationFile=" + logging,
                "-cp",
                jars + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    S3Server server = new S3Server(process, port, log);
    server.awaitConnections();
    server.send("PUT", "", "", BodyPublishers.noBody());
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitConnections() throws IOException, InterruptedException {
    while (true) {
      assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
  }

  /** Hadoop's client of S3, for the class path of a process. */
  static Path client() throws IOException, InterruptedException {
    String hadoop = VersionInfo.getVersion();
    return MavenJars.of("s3a.xml", "s3a-" + hadoop, "-Dhadoop=" + hadoop);
  }

  /** The program's options for this server. */
  List<String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("fs.s3a.endpoint", "http://127.0.0.1:" + port);
    settings.put("fs.s3a.endpoint.region", "us-east-1");
    settings.put("fs.s3a.path.style.access", "true");
    settings.put("fs.s3a.access.key", KEY);
    settings.put("fs.s3a.secret.key", SECRET);
    List<String> options = new ArrayList<>();
    settings.forEach((key, value) -> options.addAll(List.of("--conf", key + "=" + value)));
    return options;
  }

  void put(String key, byte[] content) throws IOException, InterruptedException {
    send("PUT", key, "", BodyPublishers.ofByteArray(content));
  }

  byte[] get(String key) throws IOException, InterruptedException {
    return send("GET", key, "", BodyPublishers.noBody());
  }

  void delete(String key) throws IOException, InterruptedException {
    send("DELETE", key, "", BodyPublishers.noBody());
  }

  /** The keys that begin with {@code prefix}, without it, sorted. */
  List<String> keys(String prefix) throws IOException, InterruptedException {
    byte[] xml = send("GET", "", "?prefix=" + prefix, BodyPublishers.noBody());
    return LISTED
        .matcher(new String(xml, StandardCharsets.UTF_8))
        .results()
        .map(found -> found.group(1).substring(prefix.length()))
        .sorted()
        .toList();
  }

  /** Signed as S3 had it first (version 2), which takes fewer lines than version 4. */
  private byte[] send(String method, String key, String query, BodyPublisher content)
      throws IOException, InterruptedException {
    String resource = "/" + BUCKET + "/" + key;
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    String signed = method + "\n\n\n\nx-amz-date:" + date + "\n" + resource;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + resource + query))
            .method(method, content)
            .header("x-amz-date", date)
            .header("Authorization", "AWS " + KEY + ":" + signature(signed))
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isBetween(200, 299);
    return answer.body();
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The keys that it was asked to {@code method}, without {@code prefix}, in that order. */
  List<String> requests(String method, String prefix) throws IOException {
    Pattern request =
        Pattern.compile(".*\\(" + method + " http://[^/]+/" + BUCKET + "/" + prefix + "(.*)\\)@.*");
    return Files.readAllLines(log).stream()
        .map(request::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .toList();
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
