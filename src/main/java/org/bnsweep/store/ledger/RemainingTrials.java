package org.bnsweep.store.ledger;

import java.util.Arrays;
import java.util.function.Predicate;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.Trials;

/** The trials of a grid without those that are done, kept as ranges of indices. */
final class RemainingTrials implements Trials {
  private static final long serialVersionUID = 1L;

  private final Trials all;

  /** First index in {@code all} of each range. */
  private final long[] starts;

  /** Trials in all ranges before this one; one more entry than ranges, the last is the total. */
  private final long[] before;

  private RemainingTrials(Trials all, long[] starts, long[] before) {
    this.all = all;
    this.starts = starts;
    this.before = before;
  }

  /** All but those whose id is {@code done}. */
  static Trials of(Trials all, Predicate<String> done) {
    long[] starts = new long[16];
    long[] before = new long[17];
    int ranges = 0;
    boolean inRange = false;
    long count = 0;
    for (long i = 0; i < all.size(); i++) {
      boolean remains = !done.test(all.get(i).id());
      if (remains && !inRange) {
        if (ranges == starts.length) {
          starts = Arrays.copyOf(starts, 2 * ranges);
          before = Arrays.copyOf(before, 2 * ranges + 1);
        }
        starts[ranges] = i;
        before[ranges] = count;
        ranges++;
      }
      inRange = remains;
      count += remains ? 1 : 0;
    }
    before[ranges] = count;
    return count == all.size()
        ? all
        : new RemainingTrials(
            all, Arrays.copyOf(starts, ranges), Arrays.copyOf(before, ranges + 1));
  }

  @Override
  public long size() {
    return before[starts.length];
  }

  @Override
  public Trial get(long index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("trial " + index + " of " + size());
    }
    int found = Arrays.binarySearch(before, 0, starts.length, index);
    int range = found >= 0 ? found : -found - 2;
    return all.get(starts[range] + index - before[range]);
  }
}
