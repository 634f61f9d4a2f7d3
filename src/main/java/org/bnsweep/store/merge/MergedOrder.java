package org.bnsweep.store.merge;

import java.util.Arrays;
import java.util.HexFormat;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.store.trial.TrialOrder;

/** The order of the trials of a merged run, with the origin of each, in 22 bytes a trial. */
final class MergedOrder implements TrialOrder {
  private static final int HALF = 16;

  private final long[] ids;
  private final short[] layers;
  private final int[] origins;
  private int size;

  MergedOrder(int trials) {
    ids = new long[Math.multiplyExact(2, trials)];
    layers = new short[trials];
    origins = new int[trials];
  }

  /** Puts a trial after those before. */
  void add(RecordedTrial trial, int origin) {
    String id = trial.trial().id();
    ids[2 * size] = HexFormat.fromHexDigitsToLong(id, 0, HALF);
    ids[2 * size + 1] = HexFormat.fromHexDigitsToLong(id, HALF, 2 * HALF);
    layers[size] = (short) trial.trial().hyperparameters().hidden().size();
    origins[size] = origin;
    size++;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String id(long index) {
    int at = 2 * Math.toIntExact(index);
    return HexFormat.of().toHexDigits(ids[at]) + HexFormat.of().toHexDigits(ids[at + 1]);
  }

  @Override
  public int layers(long index) {
    return layers[Math.toIntExact(index)];
  }

  /** The number, from 1, of the run that trained it. */
  int origin(long index) {
    return origins[Math.toIntExact(index)];
  }

  /** How many trials each run trained, by its number from 1. */
  long[] countByOrigin(int runs) {
    long[] counts = new long[runs + 1];
    Arrays.stream(origins).limit(size).forEach(origin -> counts[origin]++);
    return counts;
  }
}
