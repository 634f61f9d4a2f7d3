package org.bnsweep.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many samples each class has, class 0 first.
 *
 * @param train among the training samples
 * @param test among the test samples; empty if there are none
 */
public record ClassCounts(List<Integer> train, List<Integer> test) {
  /** Of no data set that is known. */
  public static final ClassCounts UNKNOWN = new ClassCounts(List.of(), List.of());

  private static final int MOST_NAMED = 10;

  public ClassCounts {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /** Those of {@code dataset}. */
  public static ClassCounts of(Dataset dataset) {
    List<Integer> test = dataset.test().count() == 0 ? List.of() : counts(dataset.test());
    return new ClassCounts(counts(dataset.train()), test);
  }

  private static List<Integer> counts(Samples samples) {
    return Arrays.stream(samples.labels().counts()).boxed().toList();
  }

  /**
   * What a reader of the results has to know: classes that are missing among the training samples,
   * and one that outweighs all others.
   */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    List<Integer> missing =
        IntStream.range(0, train.size()).filter(c -> train.get(c) == 0).boxed().toList();
    if (!missing.isEmpty()) {
      String named =
          missing.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
      int more = missing.size() - MOST_NAMED;
      warnings.add(
          "no training sample is of class "
              + named
              + (more > 0 ? " and " + more + " more" : "")
              + "; data.select=stratified takes of each");
    }
    addLargest(train, "training", warnings);
    addLargest(test, "test", warnings);
    return warnings;
  }

  private static void addLargest(List<Integer> counts, String kind, List<String> warnings) {
    long all = counts.stream().mapToLong(Integer::longValue).sum();
    for (int c = 0; c < counts.size(); c++) {
      if (2L * counts.get(c) > all) {
        warnings.add(
            counts.get(c)
                + " of "
                + all
                + " "
                + kind
                + " samples are of class "
                + c
                + ": so many are right without any learning");
      }
    }
  }
}
