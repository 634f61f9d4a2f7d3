package org.bnsweep.cli;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many tasks a Spark master runs at the same time, as far as its address tells. */
final class Slots {
  private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[0-9]{1,6})(,[0-9 ]+)?\\])?");

  private Slots() {}

  /** The slots of {@code local}, {@code local[N]}, {@code local[*]}; empty for a cluster. */
  static OptionalInt of(String master) {
    Matcher local = LOCAL.matcher(master.strip());
    if (!local.matches()) {
      return OptionalInt.empty();
    }
    String threads = local.group(2);
    if (threads == null) {
      return OptionalInt.of(1);
    }
    int slots = threads.equals("*") ? processors() : Integer.parseInt(threads);
    return slots == 0 ? OptionalInt.empty() : OptionalInt.of(slots);
  }

  /** Whether the tasks run in this process. */
  static boolean local(String master) {
    return master.startsWith("local");
  }

  static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
