package org.bnsweep;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is alive in this JVM's heap. */
public final class HeapUse {
  private static final String[] NO_OPTIONS = {};
  private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

  private HeapUse() {}

  /**
   * Bytes of the objects that are alive, counted by HotSpot in the pause of a full collection: no
   * garbage of other threads is among them, and no collection is left out since one has just ended,
   * as {@link System#gc} does.
   */
  public static long alive() {
    Matcher total = TOTAL.matcher(histogram());
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
