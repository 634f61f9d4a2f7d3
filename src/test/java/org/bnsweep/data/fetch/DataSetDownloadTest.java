package org.bnsweep.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bnsweep.data.fetch.MirrorServer.chunked;
import static org.bnsweep.data.fetch.MirrorServer.firstOf;
import static org.bnsweep.data.fetch.MirrorServer.redirect;
import static org.bnsweep.data.fetch.MirrorServer.rest;
import static org.bnsweep.data.fetch.MirrorServer.status;
import static org.bnsweep.data.fetch.MirrorServer.trickle;
import static org.bnsweep.data.fetch.MirrorServer.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bnsweep.data.DataException;
import org.bnsweep.data.format.IdxFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DataSetDownloadTest {
  private static final int HALF = 50_000;
  private static final byte[] CONTENT = random(100_000);
  private static final byte[] PACKED = IdxFiles.gzip(CONTENT);
  private static final ExpectedFile FILE = expected("images", CONTENT);
  // So that a machine that is slow is not taken for a mirror that is.
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final DownloadLimits LIMITS = limits(PATIENCE, Duration.ofSeconds(60));

  @TempDir Path folder;
  private final List<MirrorServer> servers = new ArrayList<>();
  private final List<DownloadEvent> events = new ArrayList<>();

  @AfterEach
  void stopServers() {
    servers.forEach(MirrorServer::close);
  }

  @Test
  void placesEveryFileAndKeepsThemTheNextTime() throws IOException {
    byte[] labels = {1, 2, 3};
    MirrorServer server = server(whole(PACKED), whole(IdxFiles.gzip(labels)));
    DataSetDownload download =
        new DataSetDownload(
            "MNIST",
            List.of(FILE, expected("labels", labels)),
            List.of(server.address()),
            LIMITS,
            ProxySettings.NONE);
    Path target = folder.resolve("new/folder");

    download.fetch(target, events::add);
    assertThat(Files.readAllBytes(target.resolve("images.gz"))).isEqualTo(PACKED);
    assertThat(names(target)).containsExactly("images.gz", "labels.gz");
    assertThat(events).filteredOn(DownloadEvent.Placed.class::isInstance).hasSize(2);

    events.clear();
    download.fetch(target, events::add);
    assertThat(events)
        .containsExactly(
            new DownloadEvent.Kept(target.resolve("images.gz")),
            new DownloadEvent.Kept(target.resolve("labels.gz")));
    assertThat(server.requests()).containsExactly("/mnist/images.gz", "/mnist/labels.gz");
  }

  @Test
  void keepsAnUnpackedFile() throws IOException {
    Files.write(folder.resolve("images"), CONTENT);
    fetch(server());
    assertThat(events).containsExactly(new DownloadEvent.Kept(folder.resolve("images")));
  }

  @Test
  void neverReplacesAFileThatIsNotMnists() throws IOException {
    byte[] own = random(100_000, 2);
    Files.write(folder.resolve("images"), own);
    assertFails(
        folder
            + "/images: is there but is not the file of MNIST: its content has SHA-256 "
            + expected("own", own).sha256()
            + ", must be "
            + FILE.sha256()
            + "; remove it or choose another folder",
        server(whole(PACKED)));
    assertThat(Files.readAllBytes(folder.resolve("images"))).isEqualTo(own);
  }

  @Test
  void resumesWhereTheConnectionBroke() throws IOException {
    MirrorServer server = server(firstOf(PACKED, HALF, "\"v1\""), rest(PACKED));
    fetch(server);
    assertPlaced();
    assertThat(server.requests()).hasSize(2);
    // how much of what was sent arrives before the end of a broken connection is not given
    assertThat(server.requests().get(1)).matches("/mnist/images.gz bytes=[1-9]\\d*- \"v1\"");
  }

  @Test
  void resumesAfterAStall() throws IOException {
    MirrorServer server = server();
    server.then(server.stall(PACKED, HALF)).then(rest(PACKED));
    download(server, limits(Duration.ofSeconds(3), Duration.ofSeconds(60)))
        .fetch(folder, events::add);
    assertPlaced();
    assertThat(server.requests()).element(1).isEqualTo("/mnist/images.gz bytes=50000-");
    assertThat(reasons()).containsExactly("nothing received for 3.0 s");
  }

  @Test
  void resumesAnAnswerOfUnknownLengthThatWasCutShort() throws IOException {
    MirrorServer server = server(chunked(PACKED, HALF), rest(PACKED));
    fetch(server);
    assertPlaced();
    assertThat(reasons()).containsExactly("cut short after 50000 bytes");
  }

  @Test
  void startsAgainWhereTheServerKnowsNoRanges() throws IOException {
    fetch(server(firstOf(PACKED, HALF, ""), whole(PACKED)));
    assertPlaced();
  }

  @Test
  void startsAgainWhereTheServerGivesAnotherRange() throws IOException {
    MirrorServer server = server(firstOf(PACKED, HALF, ""), rest(PACKED, HALF - 1), whole(PACKED));
    fetch(server);
    assertPlaced();
    assertThat(server.requests()).element(2).isEqualTo("/mnist/images.gz");
  }

  @Test
  void startsAgainWhereThereIsNothingLeftToResume() throws IOException {
    // a file cut short on the server: its end is not the file's
    MirrorServer server = server(chunked(PACKED, HALF), status(416), whole(PACKED));
    fetch(server);
    assertPlaced();
    assertThat(server.requests()).element(2).isEqualTo("/mnist/images.gz");
  }

  @Test
  void takesTheNextMirrorAfterA404() throws IOException {
    MirrorServer first = server(status(404));
    fetch(first, server(whole(PACKED)));
    assertPlaced();
    assertThat(first.requests()).hasSize(1);
    assertThat(reasons()).containsExactly("status 404, must be 200");
  }

  @Test
  void takesTheNextMirrorAfterWrongContent() throws IOException {
    byte[] other = random(100_000, 3);
    byte[] damaged = PACKED.clone();
    damaged[damaged.length - 6] ^= 1;
    MirrorServer last = server(whole(PACKED));
    fetch(
        server(whole(IdxFiles.gzip(other))),
        server(whole(damaged)),
        server(whole("<html>".getBytes(StandardCharsets.US_ASCII))),
        server(whole(IdxFiles.gzip(Arrays.copyOf(CONTENT, 100_001)))),
        last);
    assertPlaced();
    assertThat(reasons())
        .containsExactly(
            "its content has SHA-256 "
                + expected("other", other).sha256()
                + ", must be "
                + FILE.sha256(),
            "a damaged gzip file: Corrupt GZIP trailer",
            "its content has 6 bytes, must be 100000",
            "its content has more than 100000 bytes, must be 100000");
    assertThat(last.requests()).containsExactly("/mnist/images.gz");
  }

  @Test
  void followsARedirect() throws IOException {
    MirrorServer other = server(whole(PACKED));
    fetch(server(redirect(other.address() + "moved")));
    assertPlaced();
    assertThat(other.requests()).containsExactly("/mnist/moved");
  }

  @Test
  void followsNoRedirectToPlainHttpElsewhere() {
    MirrorServer server = server(redirect("http://example.com/images.gz"));
    assertFails(
        "images.gz: no mirror gave it: "
            + server.address()
            + "images.gz: redirects to http://example.com/images.gz, must be https",
        server);
  }

  @Test
  void followsNoRedirectInACircle() {
    MirrorServer server = server();
    for (int i = 0; i < 20; i++) {
      server.then(redirect("/mnist/images.gz"));
    }
    assertFails(
        "images.gz: no mirror gave it: " + server.address() + "images.gz: more than 5 redirects",
        server);
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void givesUpAfterTheAllowedAttemptsAndLeavesNothing() throws IOException {
    MirrorServer first = server(status(503), status(500), status(429), whole(PACKED));
    MirrorServer second = server(status(403));
    assertFails(
        "images.gz: no mirror gave it: "
            + first.address()
            + "images.gz: status 429, must be 200 (attempts: 3); "
            + second.address()
            + "images.gz: status 403, must be 200",
        first,
        second);
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void takesNoMoreThanTheFileCanHave() throws IOException {
    // cap: 100000 + 1 % + 64 KiB
    byte[] large = new byte[166_537];
    MirrorServer promising = server(whole(large));
    MirrorServer endless = server(chunked(large, large.length));
    assertFails(
        "images.gz: no mirror gave it: "
            + promising.address()
            + "images.gz: more than 166536 bytes; "
            + endless.address()
            + "images.gz: more than 166536 bytes",
        promising,
        endless);
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void endsWhenTheTimeIsUpThoughBytesTrickleIn() throws IOException {
    MirrorServer server = server(trickle());
    DataSetDownload download = download(server, limits(PATIENCE, Duration.ofSeconds(3)));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> download.fetch(folder, events::add))
        .withMessage(server.address() + "images.gz: not complete within 3.0 s for all files");
    assertThat(names(folder)).isEmpty();
    assertThat(events)
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e).isInstanceOf(DownloadEvent.Receiving.class));
  }

  @Test
  void stopsWhenInterrupted() {
    MirrorServer server = server();
    server.then(server.stall(PACKED, HALF));
    Thread.currentThread().interrupt();
    assertFails(folder + ": the download was interrupted", server);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void rejectsAFileInPlaceOfTheFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    DataSetDownload download =
        new DataSetDownload(DataSet.MNIST, DataSet.MNIST.mirrors(), DownloadLimits.DEFAULT);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> download.fetch(file, events::add))
        .withMessage(file + ": is a file, must be a folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/mnist",
        "http://127.0.0.1.example.com/",
        "ftp://h/",
        "file:/mnist",
        "mnist",
        "https:///mnist",
        "not an address"
      })
  void rejectsAMirrorThatIsNotHttps(String address) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new DataSetDownload(DataSet.MNIST, List.of(address), LIMITS))
        .withMessage("mirror is " + address + ", must be an https address of a folder");
  }

  @Test
  void rejectsAnEmptyListOfMirrors() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new DataSetDownload(DataSet.MNIST, List.of(), LIMITS))
        .withMessage("the list of mirrors is empty, must have at least one");
  }

  private MirrorServer server(MirrorServer.Answer... answers) {
    MirrorServer server = new MirrorServer(answers);
    servers.add(server);
    return server;
  }

  private static DownloadLimits limits(Duration stall, Duration total) {
    return new DownloadLimits(3, Duration.ofMillis(1), stall, total);
  }

  private static DataSetDownload download(MirrorServer server, DownloadLimits limits) {
    return new DataSetDownload(
        "MNIST", List.of(FILE), List.of(server.address()), limits, ProxySettings.NONE);
  }

  private void fetch(MirrorServer... mirrors) {
    List<String> addresses = Arrays.stream(mirrors).map(MirrorServer::address).toList();
    new DataSetDownload("MNIST", List.of(FILE), addresses, LIMITS, ProxySettings.NONE)
        .fetch(folder, events::add);
  }

  private void assertFails(String message, MirrorServer... mirrors) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> fetch(mirrors))
        .withMessage(message);
  }

  private void assertPlaced() throws IOException {
    assertThat(names(folder)).containsExactly("images.gz");
    assertThat(Files.readAllBytes(folder.resolve("images.gz"))).isEqualTo(PACKED);
  }

  private List<String> reasons() {
    return events.stream()
        .filter(DownloadEvent.AttemptFailed.class::isInstance)
        .map(e -> ((DownloadEvent.AttemptFailed) e).reason())
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static ExpectedFile expected(String name, byte[] content) {
    String sha256 = DigestUtils.sha256Hex(content);
    return new ExpectedFile(name, content.length, sha256);
  }

  private static byte[] random(int length) {
    return random(length, 1);
  }

  private static byte[] random(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
