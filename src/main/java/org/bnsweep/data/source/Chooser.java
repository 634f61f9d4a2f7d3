package org.bnsweep.data.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bnsweep.data.Selection;
import org.bnsweep.random.NumpyRandom;

/**
 * Chooses samples. What is random comes from one permutation of all, {@code
 * np.random.RandomState(seed).permutation(n)}, so a larger choice of {@code random} contains the
 * smaller ones.
 */
record Chooser(Selection selection) {

  /**
   * Rows that are set aside to test on, and those that are left, both in the order of the file.
   *
   * @param train rows left
   * @param test the first {@code round(share n)} of the permutation
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Split(int[] train, int[] test) {}

  /** Splits {@code n} rows. */
  Split split(int n) {
    int[] order = new NumpyRandom(selection.seed()).permutation(n);
    int test = (int) Math.rint(n * selection.testShare());
    return new Split(sorted(order, test, n), sorted(order, 0, test));
  }

  private static int[] sorted(int[] order, int from, int to) {
    int[] rows = Arrays.copyOfRange(order, from, to);
    Arrays.sort(rows);
    return rows;
  }

  /**
   * So many of the rows of a pool.
   *
   * @param pool rows to choose from
   * @param labels of all rows
   * @param count at most as many as there are
   */
  int[] choose(int[] pool, int[] labels, int count) {
    return switch (selection.select()) {
      case FIRST -> Arrays.copyOf(pool, count);
      case RANDOM -> Arrays.copyOf(shuffled(pool), count);
      case STRATIFIED -> stratified(shuffled(pool), labels, count);
    };
  }

  private int[] shuffled(int[] pool) {
    int[] order = new NumpyRandom(selection.seed()).permutation(pool.length);
    return IntStream.of(order).map(i -> pool[i]).toArray();
  }

  /** The first of each class in {@code order}, as many as are its share, in that order. */
  private static int[] stratified(int[] order, int[] labels, int count) {
    TreeMap<Integer, Integer> left = quotas(order, labels, count);
    return IntStream.of(order)
        .filter(row -> left.merge(labels[row], -1, Integer::sum) >= 0)
        .toArray();
  }

  /**
   * How many of each label: its share of {@code count} rounded down, and one more for those with
   * the largest remainders, of equal ones the smaller label.
   */
  private static TreeMap<Integer, Integer> quotas(int[] rows, int[] labels, int count) {
    TreeMap<Integer, Long> sizes = new TreeMap<>();
    for (int row : rows) {
      sizes.merge(labels[row], 1L, Long::sum);
    }
    TreeMap<Integer, Integer> quotas = new TreeMap<>();
    sizes.forEach((label, size) -> quotas.put(label, (int) (size * count / rows.length)));
    int missing = count - quotas.values().stream().mapToInt(Integer::intValue).sum();
    sizes.keySet().stream()
        .sorted(
            Comparator.comparingLong((Integer label) -> -(sizes.get(label) * count % rows.length))
                .thenComparing(Comparator.naturalOrder()))
        .limit(missing)
        .forEach(label -> quotas.merge(label, 1, Integer::sum));
    return quotas;
  }
}
