package org.bnsweep.store.ledger;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.LedgerParts.DamagedPartException;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.trial.Status;

/**
 * What the ledger knows of a trial beside its curves: how long it took, and why it failed.
 *
 * <p>A folder that was passed on without its ledger, or with a damaged one, has neither.
 */
public final class TrialTimes {
  /** Of no trial. */
  public static final TrialTimes NONE = new TrialTimes();

  private final IdIndex seconds = new IdIndex();
  private final Map<String, String> messages = new HashMap<>();

  private TrialTimes() {}

  public static TrialTimes read(RunFiles files) {
    TrialTimes times = new TrialTimes();
    LedgerParts parts = new LedgerParts(files);
    for (String part : parts.names()) {
      try {
        parts.forEach(part, TrialRowCodec.TIMES, row -> row, times::add);
      } catch (DamagedPartException e) {
        // Only a run may repair the ledger; the curves do not depend on it.
      } catch (IOException e) {
        throw new StoreException("cannot read " + files.describe(part), e);
      }
    }
    return times;
  }

  private void add(Row row) {
    String id = row.text("trial_id");
    boolean failed = TrialRowCodec.status(row) == Status.FAILED;
    if (failed && seconds.get(id) != IdIndex.ABSENT && !messages.containsKey(id)) {
      return;
    }
    // A time is never negative, so its bits are a number of the index.
    seconds.put(id, Double.doubleToLongBits(Math.abs(row.real("seconds"))));
    if (failed) {
      messages.put(id, TrialRowCodec.message(row));
    } else {
      messages.remove(id);
    }
  }

  public double seconds(String id) {
    long bits = seconds.get(id);
    return bits == IdIndex.ABSENT ? Double.NaN : Double.longBitsToDouble(bits);
  }

  public String message(String id) {
    return messages.getOrDefault(id, "");
  }
}
