package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A list of indices into the values of one axis, or {@link Position#ANY}, in few bytes each: none
 * as long as all are 0, then as many as the largest takes, for every {@link #CHUNK} of them apart.
 *
 * <p>Mutable, for one thread.
 */
final class CompactIndexList {
  private static final int CHUNK = 4096;

  private final List<byte[]> chunks = new ArrayList<>();
  private int size;

  void add(int index) {
    int place = size % CHUNK;
    if (place == 0) {
      chunks.add(new byte[0]);
    }
    int last = chunks.size() - 1;
    int code = code(index);
    if (bytes(code) > width(chunks.get(last))) {
      chunks.set(last, wider(chunks.get(last), bytes(code)));
    }
    put(chunks.get(last), place, code);
    size++;
  }

  int get(int i) {
    return index(code(chunks.get(i / CHUNK), i % CHUNK));
  }

  int size() {
    return size;
  }

  /** ANY as 1, so that indices from 0 on take as few bytes as they can. */
  private static int code(int index) {
    return (index << 1) ^ (index >> 31);
  }

  private static int index(int code) {
    return (code >>> 1) ^ -(code & 1);
  }

  private static int bytes(int code) {
    return (Integer.SIZE - Integer.numberOfLeadingZeros(code) + 7) / 8;
  }

  private static int width(byte[] chunk) {
    return chunk.length / CHUNK;
  }

  /** The {@code byte}s of equal weight lie together, so that a wider chunk starts as this one. */
  private static byte[] wider(byte[] chunk, int width) {
    return Arrays.copyOf(chunk, width * CHUNK);
  }

  private static int code(byte[] chunk, int place) {
    int code = 0;
    for (int i = 0; i < width(chunk); i++) {
      code |= (chunk[i * CHUNK + place] & 0xff) << (8 * i);
    }
    return code;
  }

  private static void put(byte[] chunk, int place, int code) {
    for (int i = 0; i < width(chunk); i++) {
      chunk[i * CHUNK + place] = (byte) (code >>> (8 * i));
    }
  }
}
