package org.bnsweep.report.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a run besides its curves: of one in a folder, and of one that is being
 * trained.
 *
 * @param name of the run, for people; any text
 * @param epochs points of every curve, 1 and up
 * @param trainSize samples a train accuracy counts, 1 and up
 * @param testSize samples a test accuracy counts, 0 if the run has none
 * @param source the last name of the folder or URI that the samples come from; empty if they come
 *     with the program
 * @param seconds wall time of the run; NaN if not known
 * @param ranges the trainable ranges, one per threshold; none if weight scales are not compared
 * @param rates the largest learning rates that train; empty if learning rates are not compared
 * @param making how the numbers were made
 * @param reading how the samples were chosen and read, by keys of {@code data}; any text
 * @param configuration the resolved settings as JSON, only to be shown; any text
 */
public record RunFacts(
    String name,
    int epochs,
    int trainSize,
    int testSize,
    Optional<String> source,
    double seconds,
    List<ScaleRange> ranges,
    Optional<LargestRates> rates,
    Making making,
    Map<String, String> reading,
    String configuration) {

  public RunFacts {
    if (epochs < 1 || trainSize < 1 || testSize < 0) {
      throw new IllegalArgumentException(
          "epochs, train_size, test_size are "
              + epochs
              + ", "
              + trainSize
              + ", "
              + testSize
              + ", must be at least 1, 1, 0");
    }
    ranges = List.copyOf(ranges);
    reading = Collections.unmodifiableMap(new LinkedHashMap<>(reading));
  }

  /** Those of a run of which there are no results yet. */
  public static RunFacts begun(
      String name,
      int testSize,
      Optional<String> source,
      Making making,
      Map<String, String> reading,
      String configuration) {
    return new RunFacts(
        name,
        making.provenance().epochs(),
        making.provenance().trainSize(),
        testSize,
        source,
        Double.NaN,
        List.of(),
        Optional.empty(),
        making,
        reading,
        configuration);
  }

  /** These after {@code passed} seconds. */
  public RunFacts after(double passed) {
    return new RunFacts(
        name,
        epochs,
        trainSize,
        testSize,
        source,
        passed,
        ranges,
        rates,
        making,
        reading,
        configuration);
  }
}
