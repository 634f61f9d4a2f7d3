package org.bnsweep.data.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.apache.commons.codec.digest.DigestUtils;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;
import org.bnsweep.data.file.Gzip;

/**
 * Fetches the files of a data set into a folder.
 *
 * <p>Mirrors are tried in order, each a bounded number of times; an attempt goes on where the last
 * one broke off if the server can. What arrives is nobody's word but its SHA-256: only right files
 * get their name, in one step. Files that are there and right are kept; one that is there and not
 * right is never replaced, as it may be somebody's own data.
 */
public final class DataSetDownload {
  private final String title;
  private final List<ExpectedFile> files;
  private final List<URI> mirrors;
  private final DownloadLimits limits;
  private final ProxySettings proxies;

  /**
   * Through the proxy that the environment names, if it does.
   *
   * @param mirrors folders, https
   * @throws DataException if there are none or one is no such address, or the proxy's is none
   */
  public DataSetDownload(DataSet set, List<String> mirrors, DownloadLimits limits) {
    this(set.title(), set.files(), mirrors, limits, ProxySettings.of(System.getenv()));
  }

  DataSetDownload(
      String title,
      List<ExpectedFile> files,
      List<String> mirrors,
      DownloadLimits limits,
      ProxySettings proxies) {
    if (mirrors.isEmpty()) {
      throw new DataException("the list of mirrors is empty, must have at least one");
    }
    this.title = title;
    this.files = files;
    this.mirrors = mirrors.stream().map(DataSetDownload::mirror).toList();
    this.limits = limits;
    this.proxies = proxies;
  }

  /**
   * Makes sure that {@code folder} has all files; makes it if it is missing.
   *
   * @param events told on the calling thread
   * @throws DataUnavailableException if no mirror gives a file in time, or the disk fails; files
   *     placed before stay
   * @throws DataException if a file that is there is wrong, or the folder may not be written
   */
  public void fetch(Path folder, Consumer<DownloadEvent> events) {
    try {
      Files.createDirectories(folder);
      List<ExpectedFile> missing = new ArrayList<>();
      for (ExpectedFile file : files) {
        Optional<Path> present = present(folder, file);
        if (present.isPresent()) {
          events.accept(new DownloadEvent.Kept(present.get()));
          finish(file, present.get(), events);
        } else {
          missing.add(file);
        }
      }
      HttpFetch http = new HttpFetch(limits, proxies);
      for (ExpectedFile file : missing) {
        download(file, folder.resolve(file.packedName()), http, events);
      }
    } catch (FileAlreadyExistsException e) {
      throw new DataException(folder + ": is a file, must be a folder", e);
    } catch (IOException e) {
      throw DataException.of(folder + ": cannot be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataUnavailableException(folder + ": the download was interrupted", e);
    }
  }

  private Optional<Path> present(Path folder, ExpectedFile file) {
    // Both, since the plain one would be read first.
    Optional<Path> found = Optional.empty();
    for (String name : file.names()) {
      Path path = folder.resolve(name);
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        Optional<String> problem = problem(path, file);
        if (problem.isPresent()) {
          throw new DataException(
              path
                  + ": is there but is not the file of "
                  + title
                  + ": "
                  + problem.get()
                  + "; remove it or choose another folder");
        }
        found = Optional.of(path);
      }
    }
    return found;
  }

  private static void finish(ExpectedFile file, Path path, Consumer<DownloadEvent> events)
      throws IOException {
    if (file.form() == ExpectedFile.Form.PACKED) {
      requireAlike(path.resolveSibling(file.name()), path);
    }
    if (file.form() == ExpectedFile.Form.ARCHIVE) {
      for (Path unpacked : Archive.unpack(path)) {
        events.accept(new DownloadEvent.Unpacked(unpacked));
      }
    }
  }

  /** An unpacked file would be read in place of the packed one. */
  private static void requireAlike(Path plain, Path packed) throws IOException {
    if (!Files.isRegularFile(plain)) {
      return;
    }
    try (InputStream there = Files.newInputStream(plain);
        InputStream stored = Files.newInputStream(packed)) {
      if (!Arrays.equals(DigestUtils.sha256(there), DigestUtils.sha256(Gzip.unpacked(stored)))) {
        throw new DataException(
            plain
                + ": is there but is not what "
                + packed.getFileName()
                + " unpacks to, in place of which it would be read; remove it or choose another"
                + " folder");
      }
    }
  }

  private static Optional<String> problem(Path path, ExpectedFile file) {
    try {
      return file.problem(path);
    } catch (IOException e) {
      return Optional.of(DataException.reason(e));
    }
  }

  private void download(
      ExpectedFile file, Path target, HttpFetch http, Consumer<DownloadEvent> events)
      throws IOException, InterruptedException {
    List<String> reasons = new ArrayList<>();
    for (URI mirror : mirrors) {
      URI uri = mirror.resolve(file.packedName());
      try (PartFile part = new PartFile(target)) {
        String reason = tryMirror(file, uri, part, http, events);
        if (reason.isEmpty()) {
          part.place();
          events.accept(new DownloadEvent.Placed(target, uri));
          finish(file, target, events);
          return;
        }
        reasons.add(uri + ": " + reason);
      }
    }
    throw new DataUnavailableException(
        file.packedName() + ": no mirror gave it: " + String.join("; ", reasons));
  }

  /** Receives {@code file} into {@code part}; tells why not, or nothing if it is right. */
  private String tryMirror(
      ExpectedFile file, URI uri, PartFile part, HttpFetch http, Consumer<DownloadEvent> events)
      throws InterruptedException {
    String reason = "";
    for (int attempt = 0; attempt < limits.attempts(); attempt++) {
      http.pause(limits.pause().multipliedBy(attempt));
      try {
        http.receive(
            uri,
            part,
            file.packedCap(),
            s ->
                events.accept(
                    new DownloadEvent.Receiving(file.packedName(), s.received(), s.total())));
        Optional<String> problem = checked(file, part);
        if (problem.isPresent()) {
          throw new MirrorException(problem.get());
        }
        return "";
      } catch (MirrorException e) {
        reason = DataException.reason(e);
        events.accept(new DownloadEvent.AttemptFailed(uri, reason));
        return reason;
      } catch (IOException e) {
        reason = DataException.reason(e);
        events.accept(new DownloadEvent.AttemptFailed(uri, reason));
      }
    }
    return reason + " (attempts: " + limits.attempts() + ")";
  }

  private static Optional<String> checked(ExpectedFile file, PartFile part) throws IOException {
    try {
      return file.problem(part.path());
    } catch (EOFException e) {
      // The server closed without saying how much it has: the rest may be had.
      throw new IOException("cut short after " + part.length() + " bytes", e);
    } catch (ZipException e) {
      return Optional.of("a damaged gzip file: " + DataException.reason(e));
    }
  }

  private static URI mirror(String address) {
    try {
      URI uri = new URI(address.endsWith("/") ? address : address + "/");
      if (HttpFetch.allowed(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // answered below
    }
    throw new DataException("mirror is " + address + ", must be an https address of a folder");
  }
}
