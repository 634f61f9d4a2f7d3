package org.bnsweep.store.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.ObjLongConsumer;

/**
 * A map from trial ids to numbers, 0 and up, in about 50 bytes per id: a map of strings would take
 * five times that, and a sweep has a hundred thousand ids in it.
 */
public final class IdIndex {
  public static final long ABSENT = -1;

  private long[] keys = new long[2 * 64];
  private long[] values = new long[64];
  private int size;

  public IdIndex() {
    Arrays.fill(values, ABSENT);
  }

  public int size() {
    return size;
  }

  /**
   * The number of {@code id}, {@link #ABSENT} if it has none.
   *
   * @throws IllegalArgumentException if {@code id} is not 32 hexadecimal digits
   */
  public long get(String id) {
    return values[slot(high(id), low(id))];
  }

  /** Gives {@code id} a number, in place of the one it may have. */
  public void put(String id, long value) {
    if (2 * size >= values.length) {
      grow();
    }
    int slot = slot(high(id), low(id));
    if (values[slot] == ABSENT) {
      keys[2 * slot] = high(id);
      keys[2 * slot + 1] = low(id);
      size++;
    }
    values[slot] = value;
  }

  /** Hands every id with its number to {@code action}, in no order. */
  void forEach(ObjLongConsumer<String> action) {
    HexFormat hex = HexFormat.of();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != ABSENT) {
        action.accept(hex.toHexDigits(keys[2 * i]) + hex.toHexDigits(keys[2 * i + 1]), values[i]);
      }
    }
  }

  /** Where the key is, or the free slot where it would be. */
  private int slot(long high, long low) {
    int mask = values.length - 1;
    // The id is a hash already: its bits need no more mixing.
    int slot = Long.hashCode(high) & mask;
    while (values[slot] != ABSENT && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[2 * oldValues.length];
    Arrays.fill(values, ABSENT);
    for (int i = 0; i < oldValues.length; i++) {
      if (oldValues[i] != ABSENT) {
        int slot = slot(oldKeys[2 * i], oldKeys[2 * i + 1]);
        keys[2 * slot] = oldKeys[2 * i];
        keys[2 * slot + 1] = oldKeys[2 * i + 1];
        values[slot] = oldValues[i];
      }
    }
  }

  private static long high(String id) {
    if (id.length() != 32) {
      throw new IllegalArgumentException("trial id '" + id + "' is not 32 hexadecimal digits");
    }
    return HexFormat.fromHexDigitsToLong(id, 0, 16);
  }

  private static long low(String id) {
    return HexFormat.fromHexDigitsToLong(id, 16, 32);
  }
}
