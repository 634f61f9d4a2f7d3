package org.bnsweep.data.source;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Labels;
import org.bnsweep.data.Reading;
import org.bnsweep.data.raw.RawSamples;

/**
 * From labels as files have them to classes.
 *
 * @param first label of the first class
 * @param classes 1 and up
 */
record LabelRule(int first, int classes) {

  /**
   * What the settings say, and what they leave open as the training samples have it.
   *
   * @throws DataException if these begin elsewhere than at 0 and nothing was said of it
   */
  static LabelRule of(RawSamples train, Reading reading) {
    int[] labels = train.labels();
    if (labels.length == 0) {
      throw new DataException(train.name() + ": has no samples, must have at least one");
    }
    int least = Arrays.stream(labels).min().getAsInt();
    int most = Arrays.stream(labels).max().getAsInt();
    boolean open = reading.labelOffset().isEmpty() && reading.classes().isEmpty();
    if (open && (least < 0 || (least > 0 && hasAll(labels, least, most)))) {
      throw new DataException(startsElsewhere(train.labelsName(), least, most));
    }
    int first = reading.labelOffset().orElse(0);
    long classes = reading.classes().orElse((int) Math.min(most - (long) first + 1, 1 << 30));
    if (classes > Labels.MOST_CLASSES) {
      throw new DataException(
          train.labelsName()
              + ": has label "
              + most
              + ", must be below "
              + (first + (long) Labels.MOST_CLASSES)
              + "; is data.label_column the right one?");
    }
    return new LabelRule(first, (int) Math.max(1, classes));
  }

  private static boolean hasAll(int[] labels, int least, int most) {
    long different = IntStream.of(labels).distinct().count();
    return most > least && different == most - (long) least + 1;
  }

  private static String startsElsewhere(String name, int least, int most) {
    return name
        + ": has labels "
        + least
        + " to "
        + most
        + ", must start at 0: data.label_offset="
        + least
        + " makes them 0 to "
        + (most - (long) least)
        + (least < 0 ? "" : ", data.classes=" + (most + 1L) + " keeps them");
  }

  /** Said where labels are as many as classes, but begin later. */
  private String hint(int... labels) {
    long least = Arrays.stream(labels).min().orElse(first);
    long most = Arrays.stream(labels).max().orElse(first);
    return least > first && most - least == classes - 1L
        ? "; data.label_offset=" + least + " makes them 0 to " + (most - least)
        : "";
  }

  /**
   * The classes of some samples.
   *
   * @param rows of {@code samples}
   * @throws DataException if a label of any sample, used or not, is of no class
   */
  Labels of(RawSamples samples, int[] rows) {
    int[] labels = samples.labels();
    for (int i = 0; i < labels.length; i++) {
      long label = labels[i] - (long) first;
      if (label < 0 || label >= classes) {
        throw new DataException(
            samples.labelsName()
                + ": label "
                + labels[i]
                + " of sample "
                + i
                + " is not in "
                + first
                + ".."
                + (first + classes - 1L)
                + hint(labels));
      }
    }
    return Labels.of(classes, IntStream.of(rows).map(row -> labels[row] - first).toArray());
  }
}
