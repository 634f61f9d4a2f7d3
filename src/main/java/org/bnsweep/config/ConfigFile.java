package org.bnsweep.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.files.FileSystems;
import org.bnsweep.files.Location;
import org.bnsweep.files.Reason;
import org.bnsweep.files.UserPathErrors;

/** The text of a configuration file, at a path or at any URI Hadoop can open. */
final class ConfigFile {
  private final String location;
  private final Supplier<Configuration> hadoop;

  private ConfigFile(String location, Supplier<Configuration> hadoop) {
    this.location = location;
    this.hadoop = hadoop;
  }

  /**
   * The text at {@code location}, at most {@link Limits#FILE_BYTES} of UTF-8.
   *
   * @param hadoop asked only for a URI of Hadoop's
   * @throws UncheckedIOException if a disk or a host fails, with one line as the message
   */
  static String read(String location, Supplier<Configuration> hadoop) {
    return new ConfigFile(location, hadoop).read();
  }

  /** The file's name without its folders and its last extension. */
  static String stem(String location) {
    String file = location.substring(location.lastIndexOf('/') + 1);
    file = file.substring(file.lastIndexOf('\\') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private String read() {
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(Limits.FILE_BYTES + 1);
      if (bytes.length > Limits.FILE_BYTES) {
        throw error("has more than " + Limits.FILE_BYTES + " bytes, must be a small YAML file");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw error("is not UTF-8 text, must be a YAML file");
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw error("no such file, must be a YAML file such as conf/weight-scale.yaml");
    } catch (AccessDeniedException e) {
      throw error("cannot be read: permission denied");
    } catch (IllegalArgumentException e) {
      throw error(unreadable(e));
    } catch (IOException e) {
      if (UserPathErrors.isShownBy(e)) {
        throw error(unreadable(e));
      }
      throw new UncheckedIOException(OneLine.of(location + ": " + unreadable(e)), e);
    }
  }

  private static String unreadable(Exception e) {
    return "cannot be read: " + Reason.of(e);
  }

  private InputStream open() throws IOException {
    if (!new Location(location).isUri()) {
      return openFile(Path.of(location));
    }
    URI uri = URI.create(location);
    return "file".equalsIgnoreCase(uri.getScheme())
        ? openFile(Path.of(uri.getPath() == null ? "" : uri.getPath()))
        : Remote.open(location, hadoop.get());
  }

  private InputStream openFile(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw error("is a folder, must be a YAML file");
    }
    return Files.newInputStream(path);
  }

  private ConfigException error(String message) {
    return new ConfigException(location + ": " + message);
  }

  /** Apart, so that a plain path loads nothing of Hadoop. */
  private static final class Remote {
    private Remote() {}

    static InputStream open(String location, Configuration hadoop) throws IOException {
      org.apache.hadoop.fs.Path path = FileSystems.path(new Location(location));
      return FileSystems.of(path, hadoop).open(path);
    }
  }
}
