package org.bnsweep.store;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.stats.SweepSummary;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.TrialTimes;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;

/**
 * A finished run, for whoever draws, verifies or ranks it.
 *
 * <p>Trials and their order come from {@code curves.parquet}, what their layers did from {@code
 * activations.parquet} if the run kept it; seconds and messages, which are not part of the numbers,
 * from the ledger if it is still there.
 */
public final class RunReader {
  /** What trials are read with unless more is wanted: only the report shows the others. */
  private static final Recordings USUAL = Recordings.of(Recording.ACTIVATIONS);

  private final RunFiles files;
  private final RunInfo info;

  RunReader(RunFiles files) {
    this.files = files;
    this.info = RunJson.read(files);
  }

  /**
   * Opens the folder at {@code location}, a path or a URI.
   *
   * @throws RunRefusedException if it holds no finished run
   * @throws StoreException if its disk or host fails
   */
  public static RunReader open(String location, Configuration configuration) {
    RunReader reader = new RunReader(RunFiles.at(location, configuration));
    if (!reader.files.exists(RunFile.CURVES.fileName())) {
      throw new RunRefusedException(
          reader.files.describe(RunFile.CURVES.fileName())
              + " is missing; run the configuration again");
    }
    return reader;
  }

  /** What the run was. */
  public RunInfo info() {
    return info;
  }

  /** What it kept of its trials beside their curves. */
  public Recordings recordings() {
    return new Recordings(
        Stream.of(RecordingTables.values())
            .filter(table -> files.exists(table.file().fileName()))
            .map(RecordingTables::kind)
            .toList());
  }

  /**
   * The answers of the sweep.
   *
   * @throws StoreException if they cannot be read
   */
  public SweepSummary summary() {
    return RunJson.readSummary(files);
  }

  /** The folder, to write charts and pages to it. */
  public RunFiles files() {
    return files;
  }

  /**
   * What normalizes the networks of its trials, which takes a reading of few columns.
   *
   * @throws StoreException if the curves cannot be read
   */
  public Set<NormalizationKind> normalizations() {
    Set<NormalizationKind> kinds = EnumSet.noneOf(NormalizationKind.class);
    try (TableReader rows =
        new TableReader(
            files.fileSystem(),
            files.path(RunFile.CURVES.fileName()),
            CurvesTable.NORMALIZATIONS)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        kinds.add((NormalizationKind) Hyperparameter.NORMALIZATION.read(row));
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
    return kinds;
  }

  /**
   * Hands every trial to {@code action}, in the grid's order, reading as it goes.
   *
   * @throws StoreException if the curves cannot be read
   */
  public void forEachTrial(Consumer<RecordedTrial> action) {
    forEachTrial(USUAL, action);
  }

  /**
   * As {@link #forEachTrial(Consumer)}, with what the trials kept of {@code wanted}.
   *
   * @throws StoreException if it cannot be read
   */
  public void forEachTrial(Recordings wanted, Consumer<RecordedTrial> action) {
    try (TrialCursor trials = trials(TrialTimes.read(files), wanted)) {
      for (var trial = trials.next(); trial.isPresent(); trial = trials.next()) {
        action.accept(trial.get());
      }
    }
  }

  /**
   * The trials one by one; whoever calls closes.
   *
   * @throws StoreException if the curves cannot be read
   */
  public TrialCursor trials() {
    return trials(TrialTimes.read(files), USUAL);
  }

  /** As {@link #trials}, for whoever needs no seconds and messages: without reading the ledger. */
  public TrialCursor trialsWithoutTimes() {
    return trials(TrialTimes.NONE, USUAL);
  }

  private TrialCursor trials(TrialTimes times, Recordings wanted) {
    try {
      CurveReader curves =
          new CurveReader(files, times, new RecordedReader(files, wanted), info.arithmeticsById());
      return new TrialCursor(files, curves);
    } catch (StoreException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private StoreException unreadable(Exception cause) {
    return new StoreException("cannot read " + files.describe(RunFile.CURVES.fileName()), cause);
  }
}
