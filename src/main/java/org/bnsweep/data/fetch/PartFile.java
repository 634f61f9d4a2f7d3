package org.bnsweep.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.bnsweep.data.file.Gzip;

/**
 * A file being received, under a hidden name in the folder where it will be placed; gone when
 * closed unless placed. Not thread-safe.
 */
final class PartFile implements AutoCloseable {
  private final Path path;
  private final Path target;
  private final FileChannel channel;
  private long length;
  private Optional<String> version = Optional.empty();

  /** Opens an empty one that can become {@code target}. */
  PartFile(Path target) throws IOException {
    this.target = target;
    this.path = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  Path path() {
    return path;
  }

  /** Bytes received so far. */
  long length() {
    return length;
  }

  /** The server's mark (strong ETag) of what is being received, if it gave one. */
  Optional<String> version() {
    return version;
  }

  /** Forgets what was received; what comes now is {@code newVersion}. */
  void restart(Optional<String> newVersion) throws IOException {
    channel.truncate(0);
    length = 0;
    version = newVersion;
  }

  void append(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      length += channel.write(bytes, length);
    }
  }

  /** Appends what is left of {@code in}. */
  void append(InputStream in) throws IOException {
    byte[] buffer = new byte[Gzip.BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      append(ByteBuffer.wrap(buffer, 0, n));
    }
  }

  /** Gives the file its name, in one step. */
  void place() throws IOException {
    channel.force(true);
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }
}
