package org.bnsweep.data.raw;

/**
 * How many values a sample has.
 *
 * @param features 1 and up
 * @param rows of an image, 1 for a sample that is none
 * @param colours values of a pixel, 1 for one of an image without colours
 * @param words as in {@code images of 28x28} or {@code 4 features}
 * @param rest what follows the last feature
 */
public record SampleWidth(int features, int rows, int colours, String words, Rest rest) {

  /** What follows the last feature. */
  public enum Rest {
    NOTHING,
    /** As many as one likes that are all 0: the file tells only what is not. */
    ZEROS
  }

  /** A table's. */
  public static SampleWidth ofTable(int features) {
    return new SampleWidth(features, 1, 1, words(features), Rest.NOTHING);
  }

  /** That of a file which leaves zeros out. */
  public static SampleWidth ofSparse(int features) {
    return new SampleWidth(features, 1, 1, words(features), Rest.ZEROS);
  }

  /** An image's; the colours of a pixel stand beside each other. */
  public static SampleWidth ofImages(int rows, int columns, int colours) {
    String words = "images of " + rows + "x" + columns + (colours == 1 ? "" : "x" + colours);
    return new SampleWidth(rows * columns * colours, rows, colours, words, Rest.NOTHING);
  }

  private static String words(int features) {
    return features == 1 ? "1 feature" : features + " features";
  }
}
