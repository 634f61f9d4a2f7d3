package org.bnsweep.store;

import org.bnsweep.sweep.Shard;

/**
 * What a run has of its grid.
 *
 * @param trials of the whole grid
 */
public record GridPart(Shard shard, long trials) {

  /** In words: {@code shard 2 of 4, of a grid of 20000 trials}. */
  public String words() {
    return shard.words() + ", of a grid of " + trials + (trials == 1 ? " trial" : " trials");
  }
}
