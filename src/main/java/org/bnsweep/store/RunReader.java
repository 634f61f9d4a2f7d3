package org.bnsweep.store;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.stats.SweepSummary;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.TrialTimes;
import org.bnsweep.store.trial.RecordedTrial;
import org.jspecify.annotations.Nullable;

/**
 * A finished run, for whoever draws, verifies or ranks it.
 *
 * <p>Trials and their order come from {@code curves.parquet}, what their layers did from {@code
 * activations.parquet} if the run kept it; seconds and messages, which are not part of the numbers,
 * from the ledger if it is still there.
 */
public final class RunReader {
  private final RunFiles files;
  private final RunInfo info;

  private RunReader(RunFiles files) {
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
    if (!reader.files.exists(CurvesTable.NAME)) {
      throw new RunRefusedException(
          reader.files.describe(CurvesTable.NAME) + " is missing; run the configuration again");
    }
    return reader;
  }

  /** What the run was. */
  public RunInfo info() {
    return info;
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
   * Hands every trial to {@code action}, in the grid's order, reading as it goes.
   *
   * @throws StoreException if the curves cannot be read
   */
  public void forEachTrial(Consumer<RecordedTrial> action) {
    try (CurveReader curves = openCurves()) {
      for (RecordedTrial trial = next(curves); trial != null; trial = next(curves)) {
        action.accept(trial);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CurveReader openCurves() throws IOException {
    TrialTimes times = TrialTimes.read(files);
    try {
      return new CurveReader(files, times, new ActivationReader(files), info.arithmeticsById());
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Apart from the action, so that an exception of its own is not taken for a bad file. */
  private @Nullable RecordedTrial next(CurveReader curves) throws IOException {
    try {
      return curves.next();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private StoreException unreadable(Exception cause) {
    return new StoreException("cannot read " + files.describe(CurvesTable.NAME), cause);
  }
}
