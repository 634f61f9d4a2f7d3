package org.bnsweep.store.ledger;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bnsweep.files.Reason;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.sweep.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * Writes finished trials to the ledger on a thread of its own, a part every few seconds.
 *
 * <p>{@link #add} may be called from any thread. A part appears at the latest 5 s after the first
 * of its trials was added. When the disk fails, writing stops: what was committed stays valid, and
 * the next {@code add} or {@code close} tells.
 */
public final class LedgerWriter implements AutoCloseable {
  /** Leaves a second of the promised five for closing and renaming. */
  static final Duration COMMIT_AFTER = Duration.ofSeconds(4);

  private static final int QUEUED = 4096;
  private static final int MAX_ROWS = 20_000;
  private static final long POLL_MILLIS = 20;

  private final Ledger ledger;
  private final Duration commitAfter;
  private final LedgerCompactor compactor;
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUED);
  private final Thread thread = new Thread(this::run, "ledger");
  private volatile @Nullable StoreException failure;
  private volatile boolean closing;
  private volatile boolean finished;
  private @Nullable PartWriter part;
  private long deadline;

  /** A trial and when it came, so that time in the queue counts as well. */
  private record Entry(TrialResult result, long nanoTime) {}

  LedgerWriter(Ledger ledger) {
    this(ledger, COMMIT_AFTER, new LedgerCompactor(ledger));
  }

  LedgerWriter(Ledger ledger, Duration commitAfter, LedgerCompactor compactor) {
    this.ledger = ledger;
    this.commitAfter = commitAfter;
    this.compactor = compactor;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Takes a finished trial; waits while 4096 others wait to be written. An interrupt does not end
   * the wait, as the trial would be lost: the thread finds its interrupt flag set afterwards.
   *
   * @throws StoreException if writing has failed; the trial is then not recorded
   */
  public void add(TrialResult result) {
    Entry entry = new Entry(result, System.nanoTime());
    boolean interrupted = false;
    boolean added = false;
    try {
      while (!added) {
        throwFailure();
        if (closing) {
          throw new IllegalStateException("the ledger is closed");
        }
        try {
          // Only the second one heeds the interrupt flag, and clears it.
          added = queue.offer(entry) || queue.offer(entry, POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Commits all that was added; a second call does nothing more.
   *
   * @throws StoreException if not all could be written
   */
  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // To stop here would lose trials that are finished.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    throwFailure();
  }

  private void throwFailure() {
    StoreException failed = failure;
    if (failed != null) {
      // One for each call: add() and close() may both throw, one suppressed by the other.
      throw failed.again();
    }
    if (!finished && !thread.isAlive()) {
      // It had not even the memory to say why.
      throw new StoreException(failure(LedgerParts.FOLDER, "its thread ended"));
    }
  }

  private void run() {
    try {
      while (!closing || !queue.isEmpty()) {
        @Nullable Entry entry = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (entry != null) {
          write(entry);
        }
        if (due()) {
          // Those that wait are due as well, or soon: a part for each would take longer to make
          // than they took to come, and the more would wait.
          writeWaiting();
          commit();
          compactor.compactIfMany();
        }
      }
      commit();
      finished = true;
    } catch (Throwable e) {
      // Errors too, such as a native codec that cannot be loaded: nobody else would tell.
      fail(e);
    }
  }

  private void write(Entry entry) throws IOException {
    PartWriter open = part;
    if (open == null) {
      open = ledger.newPart();
      part = open;
      deadline = entry.nanoTime() + commitAfter.toNanos();
    }
    open.write(entry.result());
  }

  private boolean due() {
    PartWriter open = part;
    return open != null && (System.nanoTime() - deadline >= 0 || open.rows() >= MAX_ROWS);
  }

  /** What is in the queue now, and not what comes meanwhile. */
  private void writeWaiting() throws IOException {
    List<Entry> waiting = new ArrayList<>(QUEUED);
    queue.drainTo(waiting);
    for (Entry entry : waiting) {
      write(entry);
    }
  }

  private void commit() throws IOException {
    PartWriter open = part;
    if (open != null) {
      open.commit();
      part = null;
    }
  }

  private void fail(Throwable cause) {
    PartWriter open = part;
    String name = open == null ? LedgerParts.FOLDER : open.name();
    // Before all else that may fail.
    failure =
        cause instanceof StoreException known
            ? known
            : new StoreException(failure(name, Reason.of(cause)));
    // Whoever waits in add() shall see the failure.
    queue.clear();
    if (open != null) {
      open.abandon();
    }
  }

  private String failure(String name, String reason) {
    return "cannot write "
        + ledger.parts().describe(name)
        + ": "
        + reason
        + "; trials recorded before are safe, the same command resumes";
  }
}
