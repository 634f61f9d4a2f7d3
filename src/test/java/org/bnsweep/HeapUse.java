package org.bnsweep;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is alive in this JVM's heap. */
public final class HeapUse {
  /** What HotSpot's collectors of the whole heap are called. */
  private static final Set<String> FULL =
      Set.of("G1 Old Generation", "MarkSweepCompact", "PS MarkSweep");

  private static final String[] NO_OPTIONS = {};
  private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

  private HeapUse() {}

  /**
   * Bytes of the objects that are alive, counted by HotSpot in the pause of a full collection: no
   * garbage of other threads is among them, and no collection is left out since one has just ended,
   * as {@link System#gc} does. While native code holds an array, as compression does, HotSpot
   * leaves the collection out and counts garbage, too: then it is asked again.
   */
  public static synchronized long alive() {
    while (true) {
      long before = fullCollections();
      String histogram = histogram();
      if (fullCollections() > before) {
        return total(histogram);
      }
      Thread.onSpinWait();
    }
  }

  private static long fullCollections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(collector -> FULL.contains(collector.getName()))
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .reduce(Long::sum)
        .orElseThrow(() -> new IllegalStateException("no collector of the whole heap is known"));
  }

  private static long total(String histogram) {
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new IllegalStateException("the histogram has no total");
    }
    return Long.parseLong(total.group(1));
  }

  /** Objects and bytes of each class, the most bytes first. */
  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {NO_OPTIONS},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
