package org.bnsweep.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.files.MadeFolders;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunLock;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.CommitHook;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerParts;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.TrialOrder;
import org.bnsweep.sweep.Trials;

/**
 * A folder that one run writes to: locked, with a ledger of finished trials, and at the end the
 * results.
 *
 * <p>A folder with a ledger of the same data and numerics is continued, whatever else the
 * configuration was: its trials are kept, and those that the new configuration names are not
 * trained again. One of other data or numerics is refused, and so is a folder that holds something
 * else than a run; {@link OnExisting#OVERWRITE} starts both anew, without touching a file that is
 * not of a run.
 *
 * <p>A run that is given up before it writes leaves the folder as it was: what it made is removed
 * when it is closed, and the old run goes only when the first trial is about to be written.
 */
public final class RunFolder implements AutoCloseable {

  private final RunFiles files;
  private final MadeFolders made;
  private final RunLock lock;
  private final CommitHook hook;
  private final Consumer<String> warnings;

  /** Whether the old run counts no more, though its files are still there. */
  private boolean replaces;

  private RunFolder(
      RunFiles files,
      MadeFolders made,
      RunLock lock,
      OnExisting onExisting,
      CommitHook hook,
      Consumer<String> warnings) {
    this.files = files;
    this.made = made;
    this.lock = lock;
    this.replaces = onExisting == OnExisting.OVERWRITE;
    this.hook = hook;
    this.warnings = warnings;
  }

  /**
   * Opens the folder at {@code location}, a path or a URI, makes it if it is missing, and locks it.
   *
   * @param locking what to do where there is no lock
   * @param warnings told, one line each, of what was repaired
   * @throws RunRefusedException if it may not be written, another run is writing to it, or it holds
   *     something else than a run
   * @throws StoreException if its disk or host fails
   */
  public static RunFolder open(
      String location,
      Configuration configuration,
      OnExisting onExisting,
      Locking locking,
      Consumer<String> warnings) {
    RunFiles files = RunFiles.at(location, configuration);
    return open(files, onExisting, locking, CommitHook.fromSystemProperty(), warnings);
  }

  static RunFolder open(
      RunFiles files,
      OnExisting onExisting,
      Locking locking,
      CommitHook hook,
      Consumer<String> warnings) {
    refuseForeign(files, onExisting);
    MadeFolders made = new MadeFolders(files);
    try {
      made.make(files.root());
      RunLock lock = RunLock.acquire(files, locking, warnings);
      return new RunFolder(files, made, lock, onExisting, hook, warnings).prepared();
    } catch (RuntimeException e) {
      made.removeEmpty();
      throw e;
    }
  }

  private RunFolder prepared() {
    try {
      made.make(files.path(LedgerParts.FOLDER));
      clean(Names.UNFINISHED);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Refuses what {@link #open} would refuse by its names, before anything is read for it.
   *
   * @throws RunRefusedException if it is a file, or holds something else than a run
   * @throws StoreException if its disk or host fails
   */
  public static void refuseForeign(RunFiles files, OnExisting onExisting) {
    try {
      if (files.fileSystem().exists(files.root())
          && files.fileSystem().getFileStatus(files.root()).isFile()) {
        throw new RunRefusedException(
            files.location() + " is a file, but --out must be a folder or a name that is free");
      }
    } catch (IOException e) {
      throw StoreException.of("cannot open the run folder " + files.location(), e);
    }
    List<String> names =
        files.list("").stream()
            .map(status -> status.getPath().getName())
            .filter(name -> !name.startsWith("."))
            .toList();
    boolean isRun =
        names.contains(RunFile.MANIFEST.fileName()) || names.contains(LedgerParts.FOLDER);
    if (onExisting == OnExisting.RESUME && !names.isEmpty() && !isRun) {
      throw new RunRefusedException(
          files.location()
              + " holds "
              + names.get(0)
              + " and no run; choose another --out, or write a run beside it with --overwrite");
    }
  }

  /** Which files of a run to remove. */
  private enum Names {
    /** What a crashed run left half-written. */
    UNFINISHED,
    /** These, and the run itself. */
    ALL
  }

  private void clean(Names names) {
    try {
      for (String name : files.fileNames("")) {
        if (isOf(name, RunFolder::isOfARun, names)) {
          files.delete(name);
        }
      }
      for (String name : files.fileNames(LedgerParts.FOLDER)) {
        String sound = name.endsWith(".damaged") ? name.substring(0, name.length() - 8) : name;
        if (isOf(sound, LedgerParts::isPart, names)) {
          files.delete(LedgerParts.FOLDER + "/" + name);
        }
      }
    } catch (IOException e) {
      throw StoreException.of("cannot write to the run folder " + files.location(), e);
    }
  }

  private static boolean isOfARun(String name) {
    return RunFile.has(name) || RunJson.isSetAside(name);
  }

  private static boolean isOf(String name, Predicate<String> ours, Names names) {
    Optional<String> unfinished = RunFiles.finalName(name);
    return unfinished.isPresent()
        ? ours.test(unfinished.get())
        : names == Names.ALL && ours.test(name);
  }

  /**
   * Reads the ledger; a part that is damaged is set aside with a warning. Of a run that is to be
   * replaced it is empty, and its first writer removes that run.
   *
   * @throws RunRefusedException if it has trials of other data or of another numerics version
   * @throws StoreException if its disk or host fails
   */
  public Ledger ledger(Provenance provenance) {
    return replaces
        ? Ledger.empty(files, lock, provenance, hook, this::removeOldRun)
        : Ledger.open(files, lock, provenance, hook, warnings);
  }

  private void removeOldRun() {
    if (replaces) {
      clean(Names.ALL);
      replaces = false;
    }
  }

  /**
   * Writes the results of {@code trials}, all of which the ledger must have by now: curves, summary
   * and, last, {@code run.json}.
   *
   * @throws StoreException if the disk fails or the ledger lacks a trial
   */
  public RunInfo finish(Ledger ledger, Trials trials, RunDetails details) {
    return finish(ledger, TrialOrder.of(trials), details);
  }

  /** As {@link #finish(Ledger, Trials, RunDetails)}, for trials that no grid needs to have. */
  public RunInfo finish(Ledger ledger, TrialOrder trials, RunDetails details) {
    return new ResultsWriter(files, ledger).write(trials, details);
  }

  /**
   * Removes {@code run.json} for good, as the results are going to be those of other runs.
   *
   * @throws StoreException if the disk fails
   */
  public void invalidate() {
    try {
      RunJson.remove(files);
    } catch (IOException e) {
      throw new StoreException("cannot write to " + files.location(), e);
    }
  }

  /** The folder's files. */
  public RunFiles files() {
    return files;
  }

  /** Frees the folder for another run; one that was made for nothing is removed. */
  @Override
  public void close() {
    // An interrupt ended the run, and shall not end this as well: elsewhere the lock would stay.
    boolean interrupted = Thread.interrupted();
    try {
      // First those within, which without the lock may be in use by another run.
      made.removeEmpty();
      lock.close();
      made.removeEmpty();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
