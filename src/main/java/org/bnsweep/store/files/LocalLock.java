package org.bnsweep.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock that the operating system holds on the file {@code .lock}: gone with the process, however
 * it ends.
 *
 * <p>Limits: on a network disk it works as far as that disk's locks do.
 */
final class LocalLock implements RunLock {
  static final String NAME = ".lock";

  /**
   * The locks of this process. Looked up before the file is touched, since closing any channel on a
   * file gives up all locks the process has on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Path key;
  private final FileChannel channel;

  private LocalLock(Path file, Path key, FileChannel channel) {
    this.file = file;
    this.key = key;
    this.channel = channel;
  }

  static LocalLock acquire(RunFiles files, Path file) {
    try {
      Path key = file.toAbsolutePath().getParent().toRealPath().resolve(NAME);
      if (!HELD.add(key)) {
        throw LockFile.held(files, since(file));
      }
      try {
        @Nullable FileChannel channel = lock(file);
        if (channel == null) {
          throw LockFile.held(files, since(file));
        }
        // Through this channel: Files would open and close the file, and that ends the lock.
        String since = Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        channel.truncate(0).write(ByteBuffer.wrap(since.getBytes(StandardCharsets.US_ASCII)));
        return new LocalLock(file, key, channel);
      } catch (IOException | RuntimeException e) {
        HELD.remove(key);
        throw e;
      }
    } catch (IOException e) {
      throw StoreException.of("cannot write to the run folder " + files.location(), e);
    }
  }

  /** A channel that holds the lock of the file that now has this name; null if another does. */
  private static @Nullable FileChannel lock(Path file) throws IOException {
    while (true) {
      try {
        Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        // Left by a crash, or held.
      }
      @Nullable Object before = identity(file);
      FileChannel channel;
      try {
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
      } catch (NoSuchFileException e) {
        continue;
      }
      boolean locked = false;
      try {
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
          return null;
        }
        // Its last holder may have deleted it between open and lock.
        locked = before != null && Objects.equals(before, identity(file));
      } finally {
        if (!locked) {
          channel.close();
        }
      }
      if (locked) {
        return channel;
      }
    }
  }

  /** What tells this file from a later one of the same name; null if there is none. */
  private static @Nullable Object identity(Path file) throws IOException {
    try {
      @Nullable Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      // Where there are no keys (Windows) an open file cannot be deleted either.
      return key == null ? file : key;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** When the holder took the lock: it writes to the file then, and not again. */
  private static String since(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public void check() {
    // Nobody can take it while the process lives.
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // An empty hidden file stays; the next run locks it again.
    } finally {
      HELD.remove(key);
    }
  }
}
