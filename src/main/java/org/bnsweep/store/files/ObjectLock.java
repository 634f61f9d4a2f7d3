package org.bnsweep.store.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;

/**
 * A lock made of a small object that its holder writes anew every few seconds, for stores that
 * create an object only if there is none, and keep no times that could be set.
 *
 * <p>Locks are a chain, {@code .lock-000001} and on, and its end has the folder. Who finds an end
 * watches it: written anew within the patience, it is held; the same all the time, its holder is
 * dead, and the watcher creates the next, which only one of several watchers can. The holder takes
 * away the whole chain, from its end. Each is asked for by its name, so that no listing has to be
 * up to date, and what is compared is their content, so that no clocks are.
 *
 * <p>Limits: as those of {@link LeaseLock}. A holder that sleeps through the patience between its
 * check and the PUT after it commits one part more, which harms nothing.
 */
final class ObjectLock implements RunLock {
  private static final int LENGTH = 200;

  private final RunFiles files;
  private final Claim claim;
  private final Duration patience;
  private final Heartbeat heart;
  private long beats;

  /**
   * A lock of the chain as its holder wrote it.
   *
   * @param number its place, from 1
   * @param since when it was taken
   * @param writer nobody else's
   */
  private record Claim(int number, String since, String writer) {
    static Claim of(int number) {
      return new Claim(number, LockFile.now(), UUID.randomUUID().toString());
    }

    String name() {
      return LockFile.name(number);
    }

    String content(long beats) {
      return since + "\n" + writer + "\n" + beats + "\n";
    }

    boolean wrote(String content) {
      return content.startsWith(since + "\n" + writer + "\n");
    }
  }

  private ObjectLock(RunFiles files, Claim claim, Duration heartbeat, Duration patience) {
    this.files = files;
    this.claim = claim;
    this.patience = patience;
    this.heart = new Heartbeat(heartbeat, this::beat);
  }

  /**
   * Takes the lock.
   *
   * @throws UnlockableException if the store lets two create the same object
   */
  static ObjectLock acquire(RunFiles files, Duration heartbeat, Duration patience)
      throws UnlockableException {
    int end = 0;
    while (true) {
      Optional<String> next = read(files, end + 1);
      if (next.isPresent()) {
        end++;
        if (read(files, end + 1).isEmpty()
            && !diesOf(files, end, next.get(), heartbeat, patience)) {
          end = 0;
        }
        continue;
      }
      Claim claim = Claim.of(end + 1);
      create(files, claim);
      end++;
      // What is behind it was left by one who was taken over and then woke up, or still lives.
      if (read(files, end + 1).isEmpty()) {
        return new ObjectLock(files, claim, heartbeat, patience);
      }
    }
  }

  /** Waits; false if the lock is gone by then, its holder having finished. */
  private static boolean diesOf(
      RunFiles files, int number, String content, Duration heartbeat, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      try {
        Thread.sleep(Math.max(1, heartbeat.toMillis() / 4));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw LockFile.held(files, LockFile.since(content));
      }
      Optional<String> now = read(files, number);
      if (now.isEmpty()) {
        return false;
      }
      if (!now.get().equals(content)) {
        throw LockFile.held(files, LockFile.since(content));
      }
    }
    return true;
  }

  private static void create(RunFiles files, Claim claim) throws UnlockableException {
    String content = claim.content(0);
    try {
      createOnce(files, claim.name(), content);
    } catch (IOException e) {
      Optional<String> found = read(files, claim.number());
      if (found.isEmpty()) {
        throw StoreException.of("cannot write to the run folder " + files.location(), e);
      }
      // What did not arrive is the answer, if it is this one's own.
      if (!found.get().equals(content)) {
        throw LockFile.held(files, LockFile.since(found.get()));
      }
    }
    requireOnce(files, claim, content);
  }

  /** A store that does not know the condition may pass over it, and then nobody is kept out. */
  private static void requireOnce(RunFiles files, Claim claim, String content)
      throws UnlockableException {
    try {
      createOnce(files, claim.name(), content);
    } catch (IOException e) {
      return;
    }
    files.deleteQuietly(claim.name());
    throw new UnlockableException();
  }

  private static void createOnce(RunFiles files, String name, String content) throws IOException {
    FSDataOutputStream created =
        files.traits().exclusion() == StoreTraits.Exclusion.CREATE
            ? files.fileSystem().create(files.path(name), false)
            : createConditionally(files, name);
    try (FSDataOutputStream out = created) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static FSDataOutputStream createConditionally(RunFiles files, String name)
      throws IOException {
    FSDataOutputStreamBuilder<?, ?> builder = files.fileSystem().createFile(files.path(name));
    builder.recursive();
    builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
    return builder.build();
  }

  /** What lock {@code number} says, if there is one. */
  private static Optional<String> read(RunFiles files, int number) {
    try {
      return content(files, number);
    } catch (IOException e) {
      throw StoreException.of("cannot read the lock of " + files.location(), e);
    }
  }

  private static Optional<String> content(RunFiles files, int number) throws IOException {
    try (InputStream in = files.fileSystem().open(files.path(LockFile.name(number)))) {
      return Optional.of(new String(in.readNBytes(LENGTH), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      // It may have gone between two requests, of which only the first says so in its own way.
      if (files.fileSystem().exists(files.path(LockFile.name(number)))) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /**
   * Alone: where an object is empty for a moment while it is written anew, check() would see it.
   */
  private synchronized void beat() {
    try {
      if (isOwn()) {
        byte[] content = claim.content(++beats).getBytes(StandardCharsets.UTF_8);
        try (FSDataOutputStream out = files.createUnsynced(claim.name())) {
          out.write(content);
        }
      }
    } catch (IOException | RuntimeException e) {
      // A heart that throws would stop. Tried again at the next beat; if it stays so, check() finds
      // the lock taken over.
    }
  }

  /** Whether this is still the end of the chain. */
  private boolean isOwn() throws IOException {
    // In this order: who took over and has finished since took away both.
    return content(files, claim.number() + 1).isEmpty()
        && content(files, claim.number()).filter(claim::wrote).isPresent();
  }

  @Override
  public synchronized void check() {
    try {
      if (isOwn()) {
        return;
      }
    } catch (IOException e) {
      throw new StoreException("cannot read the lock of " + files.location(), e);
    }
    throw LockFile.takenOver(files, patience);
  }

  @Override
  public void close() {
    // What is on its way may arrive, or it would come when the lock is gone, and leave it there.
    try {
      heart.stopAfterBeat(patience);
      if (isOwn()) {
        for (int number = claim.number(); number > 0; number--) {
          files.deleteQuietly(LockFile.name(number));
        }
      }
    } catch (InterruptedException e) {
      // It stays, and is taken over from one who is dead.
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // As well.
    }
  }
}
