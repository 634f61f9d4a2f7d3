package org.bnsweep.store.merge;

import java.util.Arrays;
import org.bnsweep.store.ledger.IdIndex;
import org.bnsweep.store.trial.Fingerprint;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.TrialResult.Trained;

/**
 * Which run each trial is taken from, with a hash of its numbers, in about 70 bytes a trial.
 *
 * <p>Of a trial that several runs have, the most complete counts: with curves before failed, with
 * activations before without; of equals, that of the run named first.
 */
final class Survey {
  private static final long NO_NUMBERS = -1;
  private static final int BITS = 16;

  private final IdIndex places = new IdIndex();
  private long[] hashes = new long[64];
  private int[] runs = new int[64];
  private byte[] worth = new byte[64];

  /** What is known of a trial already. */
  enum Known {
    /** Nothing that speaks against it. */
    FITS,
    /** Other numbers, from a run before; those count. */
    OTHER_NUMBERS
  }

  /** Takes note of a trial of {@code run}; runs come in the order in which they are named. */
  Known add(int run, RecordedTrial trial) {
    String id = trial.trial().id();
    long hash = hash(trial);
    byte own = worth(trial);
    long known = places.get(id);
    if (known == IdIndex.ABSENT) {
      known = places.size();
      grow((int) known);
      places.put(id, known);
      set((int) known, run, hash, own);
      return Known.FITS;
    }
    int place = (int) known;
    if (hash != NO_NUMBERS && hashes[place] != NO_NUMBERS && hash != hashes[place]) {
      return Known.OTHER_NUMBERS;
    }
    if (own > worth[place]) {
      set(place, run, hash, own);
    }
    return Known.FITS;
  }

  private void set(int place, int run, long hash, byte own) {
    runs[place] = run;
    hashes[place] = hash;
    worth[place] = own;
  }

  private void grow(int place) {
    if (place == runs.length) {
      hashes = Arrays.copyOf(hashes, 2 * place);
      runs = Arrays.copyOf(runs, 2 * place);
      worth = Arrays.copyOf(worth, 2 * place);
    }
  }

  /** Different trials. */
  int size() {
    return places.size();
  }

  /** Whether the trial is taken from {@code run}. */
  boolean isFrom(int run, RecordedTrial trial) {
    long place = places.get(trial.trial().id());
    return place != IdIndex.ABSENT && runs[(int) place] == run;
  }

  /** The run that the trial with this id, one of these, is taken from. */
  int run(String id) {
    return runs[Math.toIntExact(places.get(id))];
  }

  /** How many trials are taken from each of so many runs. */
  int[] countByRun(int count) {
    int[] counts = new int[count];
    Arrays.stream(runs).limit(size()).forEach(run -> counts[run]++);
    return counts;
  }

  /** Whether the trial, one of these, has the numbers that it had in the run it is taken from. */
  boolean isUnchanged(RecordedTrial trial) {
    return hash(trial) == hashes[Math.toIntExact(places.get(trial.trial().id()))];
  }

  /** Whether it is one of these trials, and has no other numbers. */
  boolean agreesWith(RecordedTrial trial) {
    long place = places.get(trial.trial().id());
    long hash = hash(trial);
    return place != IdIndex.ABSENT && (hash == NO_NUMBERS || hash == hashes[(int) place]);
  }

  /** 63 bits of what is hashed for a whole run. */
  private static long hash(RecordedTrial trial) {
    if (!(trial.result().outcome() instanceof Trained)) {
      return NO_NUMBERS;
    }
    Fingerprint numbers = new Fingerprint(Fingerprint.Of.BITS);
    numbers.add(trial);
    return Long.parseUnsignedLong(numbers.hex().substring(0, BITS), 16) & Long.MAX_VALUE;
  }

  private static byte worth(RecordedTrial trial) {
    if (trial.result().outcome() instanceof Trained trained) {
      return (byte) (trained.recorded().activations().isEmpty() ? 1 : 2);
    }
    return 0;
  }
}
