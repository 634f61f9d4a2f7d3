package org.bnsweep.sweep.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bnsweep.data.Dataset;
import org.bnsweep.train.TrainerPool;

/**
 * The pools of one process, one per data set. Sweeps on several at once do not take each other's
 * away; one that nobody trains in goes when other data come, or many trials on others have begun
 * since, so that memory is that of what is trained. Thread-safe.
 */
final class TrainerPools {
  /** So many trials of others may begin between two of a sweep. */
  static final int MANY = 1000;

  private final Function<Dataset, TrainerPool> maker;
  private final List<Shared> pools = new ArrayList<>();
  private long begun;

  /** A pool, how many trials are being trained in it, and when the last one began. */
  private static final class Shared {
    final TrainerPool pool;
    int users;
    long last;

    Shared(TrainerPool pool) {
      this.pool = pool;
    }
  }

  /** No pool yet. */
  TrainerPools(Function<Dataset, TrainerPool> maker) {
    this.maker = maker;
  }

  /** What {@code action} gives, in the pool for {@code dataset}, which stays as long as it runs. */
  <T> T with(Dataset dataset, Function<TrainerPool, T> action) {
    Shared shared = take(dataset);
    try {
      return action.apply(shared.pool);
    } finally {
      give(shared);
    }
  }

  private synchronized Shared take(Dataset dataset) {
    Shared shared =
        pools.stream()
            .filter(known -> known.pool.trainsOn(dataset))
            .findFirst()
            .orElseGet(() -> make(dataset));
    shared.users++;
    shared.last = ++begun;
    closeIdle(begun - MANY - 1);
    return shared;
  }

  private Shared make(Dataset dataset) {
    closeIdle(begun);
    Shared made = new Shared(maker.apply(dataset));
    pools.add(made);
    return made;
  }

  private void closeIdle(long last) {
    pools.removeIf(
        known -> {
          boolean idle = known.users == 0 && known.last <= last;
          if (idle) {
            known.pool.close();
          }
          return idle;
        });
  }

  private synchronized void give(Shared shared) {
    shared.users--;
  }
}
