package org.bnsweep.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bnsweep.data.ClassCounts;

/** What the page says of the classes of the samples. */
final class ClassWords {
  private static final int MOST_LISTED = 100;

  private ClassWords() {}

  /** Entries among those that say how the numbers were made; none where nothing is known. */
  static Map<String, String> of(ClassCounts classes) {
    Map<String, String> entries = new LinkedHashMap<>();
    put(entries, "training samples per class", classes.train());
    put(entries, "test samples per class", classes.test());
    return entries;
  }

  private static void put(Map<String, String> entries, String key, List<Integer> counts) {
    if (!counts.isEmpty()) {
      entries.put(
          key,
          counts.stream().limit(MOST_LISTED).map(String::valueOf).collect(Collectors.joining(", "))
              + (counts.size() > MOST_LISTED ? ", ..." : ""));
    }
  }
}
