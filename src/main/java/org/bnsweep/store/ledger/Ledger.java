package org.bnsweep.store.ledger;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunLock;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.LedgerParts.DamagedPartException;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.store.trial.TrialOrder;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;

/**
 * The finished trials of a run folder: those it had when it was opened, and a writer for more.
 *
 * <p>A trial that it has twice counts once; one that failed is to be trained again.
 */
public final class Ledger {
  private static final long FAILED = 0;

  /** A bit; those above it are for what was recorded. */
  private static final long TRAINED = 1;

  /** What takes the trials of {@link #forEachInOrder}. */
  @FunctionalInterface
  public interface Action {
    void accept(RecordedTrial trial) throws IOException;
  }

  private final RunLock lock;
  private final Provenance provenance;
  private final CommitHook hook;
  private final LedgerParts parts;
  private final IdIndex recorded = new IdIndex();
  private final Runnable beforeWriting;
  private final String writer = UUID.randomUUID().toString().substring(0, 8);
  private long trained;
  private int nextNumber;

  private Ledger(
      RunFiles files,
      RunLock lock,
      Provenance provenance,
      CommitHook hook,
      Runnable beforeWriting) {
    this.lock = lock;
    this.provenance = provenance;
    this.hook = hook;
    this.beforeWriting = beforeWriting;
    this.parts = new LedgerParts(files);
  }

  /**
   * Reads every part in full, so that what this ledger promises can be read later as well.
   *
   * @param warnings told of each damaged part, which is set aside
   * @throws RunRefusedException if a part has other data or numerics
   * @throws StoreException if the disk fails
   */
  public static Ledger open(
      RunFiles files,
      RunLock lock,
      Provenance provenance,
      CommitHook hook,
      Consumer<String> warnings) {
    Ledger ledger = new Ledger(files, lock, provenance, hook, () -> {});
    for (String part : ledger.parts.names()) {
      try {
        ledger.parts.check(part, provenance);
        ledger.scan(part);
      } catch (DamagedPartException e) {
        warnings.accept(ledger.parts.setAside(part, e));
      }
    }
    ledger.nextNumber = ledger.parts.nextNumber();
    return ledger;
  }

  /**
   * A ledger without trials, whatever the folder has.
   *
   * @param beforeWriting makes that true
   */
  public static Ledger empty(
      RunFiles files,
      RunLock lock,
      Provenance provenance,
      CommitHook hook,
      Runnable beforeWriting) {
    return new Ledger(files, lock, provenance, hook, beforeWriting);
  }

  private void scan(String part) throws DamagedPartException {
    IdIndex ofPart = new IdIndex();
    try {
      parts.forEach(
          part,
          TrialRowCodec.SCHEMA,
          TrialRowCodec::read,
          result -> {
            String id = result.trial().id();
            ofPart.put(id, state(result.outcome()) | Math.max(FAILED, ofPart.get(id)));
          });
    } catch (IOException e) {
      throw new StoreException("cannot read " + parts.describe(part), e);
    }
    // Only now is it known that the part is sound.
    ofPart.forEach(this::record);
  }

  private static long state(TrialResult.Outcome outcome) {
    if (outcome instanceof Trained trained) {
      return needed(trained.recorded().kinds());
    }
    return FAILED;
  }

  private void record(String id, long state) {
    long before = recorded.get(id);
    long now = state | Math.max(FAILED, before);
    if (now != before) {
      recorded.put(id, now);
      trained += now >= TRAINED && before < TRAINED ? 1 : 0;
    }
  }

  /** Whether the ledger had as much of the trial of {@code result} when it was opened. */
  public boolean has(TrialResult result) {
    return has(result.trial().id(), state(result.outcome()));
  }

  /**
   * Hands all that the ledger has to {@code action}, part by part; a trial may come several times.
   *
   * @throws StoreException if it cannot be read
   */
  public void forEach(Consumer<TrialResult> action) {
    for (String part : parts.names()) {
      try {
        parts.forEach(
            part, TrialRowCodec.schema(Recordings.NONE), TrialRowCodec::read, action::accept);
      } catch (IOException | DamagedPartException e) {
        throw new StoreException("cannot read " + parts.describe(part), e);
      }
    }
  }

  /** Trials whose curves the ledger had when it was opened, of this configuration or another. */
  public long trained() {
    return trained;
  }

  /** Trials that had failed, and did not succeed later, when the ledger was opened. */
  public long failed() {
    return recorded.size() - trained;
  }

  /**
   * The trials of {@code all} that are still to be trained, in the same order.
   *
   * @param recordings what is asked for beside the curves: a trial that was trained without keeping
   *     it is then trained again, to the same curves
   */
  public Trials remaining(Trials all, Recordings recordings) {
    return trained == 0 ? all : RemainingTrials.of(all, id -> has(id, needed(recordings)));
  }

  private boolean has(String id, long needed) {
    return has(recorded.get(id), needed);
  }

  private static boolean has(long state, long needed) {
    return state != IdIndex.ABSENT && (state & needed) == needed;
  }

  /**
   * Hands every trial of {@code all} that need not be trained to {@code action}, each once, in no
   * order; reads the parts that the ledger had when it was opened.
   *
   * @param recordings as for {@link #remaining}; of them the activations, which the page shows, are
   *     handed out, and no others, which may be in another row
   * @throws StoreException if they cannot be read
   */
  public void forEachTrained(Trials all, Recordings recordings, Consumer<TrialResult> action) {
    Recordings shown =
        recordings.has(Recording.ACTIVATIONS)
            ? Recordings.of(Recording.ACTIVATIONS)
            : Recordings.NONE;
    IdIndex wanted = new IdIndex();
    for (long i = 0; i < all.size(); i++) {
      String id = all.get(i).id();
      if (has(id, needed(recordings))) {
        wanted.put(id, 1);
      }
    }
    for (String part : parts.names()) {
      try {
        parts.forEach(
            part,
            TrialRowCodec.schema(shown),
            TrialRowCodec::read,
            result -> {
              String id = result.trial().id();
              if (wanted.get(id) == 1 && has(state(result.outcome()), needed(shown))) {
                wanted.put(id, 0);
                action.accept(result);
              }
            });
      } catch (IOException | DamagedPartException e) {
        throw new StoreException("cannot read " + parts.describe(part), e);
      }
    }
  }

  /**
   * Hands every trial of {@code trials} to {@code action}, each once, in their order; reads the
   * parts that are there now.
   *
   * @param recordings what to hand out beside the curves
   * @throws StoreException if the ledger lacks one, or the disk fails
   * @throws IOException from {@code action} alone
   */
  public void forEachInOrder(TrialOrder trials, Recordings recordings, Action action)
      throws IOException {
    new SortedLedger(parts, provenance, trials, recordings).forEach(action);
  }

  private static long needed(Recordings recordings) {
    long bits = TRAINED;
    for (Recording kind : recordings.kinds()) {
      bits |=
          switch (kind) {
            case ACTIVATIONS -> TRAINED << 1;
            case GRADIENTS -> TRAINED << 2;
            case LANDSCAPE -> TRAINED << 3;
          };
    }
    return bits;
  }

  /** A writer for the trials that finish; one at a time. */
  public LedgerWriter writer() {
    beforeWriting.run();
    nextNumber = parts.nextNumber();
    return new LedgerWriter(this);
  }

  /** Which trials it takes: of these data and numerics. */
  public Provenance provenance() {
    return provenance;
  }

  PartWriter newPart() throws IOException {
    return parts.newPart(LedgerParts.name(nextNumber++, writer), lock, provenance, hook);
  }

  LedgerParts parts() {
    return parts;
  }

  /** Removes {@code sources}, whose rows are all in a part that is there. */
  void removeMerged(List<String> sources) throws IOException {
    hook.after(CommitHook.Step.MERGED);
    for (String source : sources) {
      parts.delete(source);
    }
  }
}
