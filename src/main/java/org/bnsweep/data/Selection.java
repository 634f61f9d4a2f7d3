package org.bnsweep.data;

/**
 * Which of the samples that there are.
 *
 * @param select how they are chosen
 * @param seed of NumPy's permutation behind {@code random}, {@code stratified} and a split
 * @param testShare share of the samples of one file that is set aside to test on, 0 for none, below
 *     1
 */
public record Selection(Select select, long seed, double testShare) {
  /** The first ones. */
  public static final Selection DEFAULT = new Selection(Select.FIRST, 0, 0);

  /**
   * @throws IllegalArgumentException naming the setting, its value and the range
   */
  public Selection {
    DataSettings.check(seed >= 0 && seed <= 0xffff_ffffL, "seed", seed, "in 0..4294967295");
    DataSettings.check(testShare >= 0 && testShare < 1, "test_share", testShare, "in [0, 1)");
  }

  /** How samples are chosen. */
  public enum Select {
    /** In the order of the file. */
    FIRST,
    /** In the order of a random permutation. */
    RANDOM,
    /** As random, of each class its share. */
    STRATIFIED
  }
}
