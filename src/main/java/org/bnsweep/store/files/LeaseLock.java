package org.bnsweep.store.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * A lock made of a file that its holder touches every few seconds, for file systems that create a
 * file atomically, as HDFS does.
 *
 * <p>The holder creates {@code .lock-000001}. Who finds a lock watches it: touched within the
 * patience, it is held; untouched, its holder is dead and the watcher creates the next number,
 * which only one of several watchers can, and deletes the old one. No clocks are compared. The
 * highest number is the holder; who was taken over while it slept finds that out before its next
 * commit and stops.
 *
 * <p>Limits: a holder that sleeps through the patience between that check and the rename after it
 * commits one part more. That harms nothing: parts have unique names, and a trial counts once. File
 * systems that do not keep modification times (object stores) have {@link ObjectLock}.
 */
final class LeaseLock implements RunLock {
  private static final Pattern NAME = Pattern.compile("\\.lock-(\\d{6,9})");
  private static final int SINCE_LENGTH = 40;

  private final RunFiles files;
  private final int number;
  private final Duration patience;
  private final Heartbeat heart;
  private long touched;

  private LeaseLock(RunFiles files, int number, Duration heartbeat, Duration patience) {
    this.files = files;
    this.number = number;
    this.patience = patience;
    this.heart = new Heartbeat(heartbeat, this::touch);
  }

  static LeaseLock acquire(RunFiles files, Duration heartbeat, Duration patience) {
    NavigableMap<Integer, FileStatus> dead = locks(files);
    if (!dead.isEmpty()) {
      watch(files, dead.lastEntry().getValue(), heartbeat, patience);
    }
    int number = dead.isEmpty() ? 1 : dead.lastKey() + 1;
    create(files, number);
    for (var other : locks(files).entrySet()) {
      if (other.getKey() != number && !isSame(other.getValue(), dead.get(other.getKey()))) {
        files.deleteQuietly(LockFile.name(number));
        throw LockFile.held(files, since(files, LockFile.name(other.getKey())));
      }
    }
    dead.keySet().forEach(old -> files.deleteQuietly(LockFile.name(old)));
    return new LeaseLock(files, number, heartbeat, patience);
  }

  private static void create(RunFiles files, int number) {
    String name = LockFile.name(number);
    try (FSDataOutputStream out = files.fileSystem().create(files.path(name), false)) {
      out.write(LockFile.now().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Another was first; HDFS says so in several ways, depending on how far the other is.
      if (files.exists(name)) {
        throw LockFile.held(files, since(files, name));
      }
      throw StoreException.of("cannot write to the run folder " + files.location(), e);
    }
  }

  /** Returns when {@code lock} was not touched for the whole patience, or is gone. */
  private static void watch(
      RunFiles files, FileStatus lock, Duration heartbeat, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < end) {
        Thread.sleep(Math.max(1, heartbeat.toMillis() / 4));
        FileStatus now = files.fileSystem().getFileStatus(lock.getPath());
        if (!isSame(now, lock)) {
          throw LockFile.held(files, since(files, lock.getPath().getName()));
        }
      }
    } catch (FileNotFoundException e) {
      // Its holder has just finished.
      return;
    } catch (IOException e) {
      throw StoreException.of("cannot read the lock of " + files.location(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LockFile.held(files, since(files, lock.getPath().getName()));
    }
  }

  private static boolean isSame(FileStatus a, @Nullable FileStatus b) {
    return b != null
        && a.getModificationTime() == b.getModificationTime()
        && a.getLen() == b.getLen();
  }

  private static NavigableMap<Integer, FileStatus> locks(RunFiles files) {
    NavigableMap<Integer, FileStatus> locks = new TreeMap<>();
    for (FileStatus status : files.list("")) {
      Matcher name = NAME.matcher(status.getPath().getName());
      if (name.matches()) {
        locks.put(Integer.valueOf(name.group(1)), status);
      }
    }
    return locks;
  }

  private static String since(RunFiles files, String name) {
    try (InputStream in = files.open(name)) {
      return LockFile.since(new String(in.readNBytes(SINCE_LENGTH), StandardCharsets.UTF_8));
    } catch (IOException | StoreException e) {
      return LockFile.since("");
    }
  }

  private void touch() {
    try {
      // Strictly later each time: a watcher looks for change, not for the hour.
      touched = Math.max(touched + 1, System.currentTimeMillis());
      files.fileSystem().setTimes(files.path(LockFile.name(number)), touched, -1);
    } catch (IOException | RuntimeException e) {
      // A heart that throws would stop. Tried again at the next beat; if it stays so, check() finds
      // the lock taken over.
    }
  }

  @Override
  public void check() {
    NavigableMap<Integer, FileStatus> locks = locks(files);
    if (locks.isEmpty() || locks.lastKey() != number) {
      throw LockFile.takenOver(files, patience);
    }
  }

  @Override
  public void close() {
    heart.stop();
    files.deleteQuietly(LockFile.name(number));
  }
}
