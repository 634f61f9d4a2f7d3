package org.bnsweep.sweep;

/**
 * The trials of a shard, in the grid's order.
 *
 * @param all of the grid
 */
public record ShardTrials(Trials all, Shard shard) implements Trials {

  @Override
  public long size() {
    return shard.size(all.size());
  }

  @Override
  public Trial get(long index) {
    return all.get(shard.indexOf(index));
  }
}
