package org.bnsweep.data;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How files of samples are to be understood where they do not say it.
 *
 * @param testSource file or folder of the test samples, if it is another
 * @param classes how many there are; else the largest label of the training samples + 1
 * @param labelOffset label of the first class; else 0, unless that is plainly wrong
 * @param labelColumn name or number, from 1, of the column with the labels; else the one called
 *     label or class, else the first
 * @param prefix of the names of IDX files, where a folder has several sets
 * @param transpose whether rows and columns of images are to be exchanged
 * @param scale what becomes of the numbers
 */
public record Reading(
    Optional<String> testSource,
    OptionalInt classes,
    OptionalInt labelOffset,
    Optional<String> labelColumn,
    Optional<String> prefix,
    Orientation transpose,
    Scale scale) {
  /** As the files have it. */
  public static final Reading DEFAULT =
      new Reading(
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Orientation.AS_STORED,
          Scale.AUTO);

  /**
   * @throws IllegalArgumentException naming the setting, its value and the range
   */
  public Reading {
    DataSettings.check(
        classes.isEmpty() || (classes.getAsInt() >= 1 && classes.getAsInt() <= Labels.MOST_CLASSES),
        "classes",
        classes.orElse(0),
        "in 1.." + Labels.MOST_CLASSES);
  }

  /** How images lie in their file. */
  public enum Orientation {
    AS_STORED,
    TRANSPOSED
  }

  /** What becomes of the numbers. */
  public enum Scale {
    /** Bytes v become v/255, real numbers stay. */
    AUTO,
    /** All stay, bytes as well. */
    NONE,
    /** As auto, then less the mean, over the deviation of each feature. */
    STANDARDIZE
  }
}
