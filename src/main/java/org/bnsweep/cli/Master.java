package org.bnsweep.cli;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a Spark master, as far as it can be judged without Spark.
 *
 * @param url one that Spark knows the kind of
 */
record Master(String url) {
  private static final Pattern LOCAL =
      Pattern.compile("local(?:\\[(\\*|[1-9][0-9]{0,5})(?:,[0-9]+)?])?");
  private static final Pattern CLUSTER =
      Pattern.compile("spark://.+|yarn|k8s://.+|local-cluster\\[[0-9, ]+]");

  /**
   * @throws InputException if Spark has no such master
   */
  Master {
    if (!LOCAL.matcher(url).matches() && !CLUSTER.matcher(url).matches()) {
      throw new InputException(
          "--master is "
              + url
              + ", must be local[N], local[*], spark://host:port, yarn or k8s://https://host:port");
    }
  }

  /** Tasks it runs at the same time; empty for a cluster, whose address does not tell. */
  OptionalInt slots() {
    Matcher local = LOCAL.matcher(url);
    if (!local.matches()) {
      return OptionalInt.empty();
    }
    String threads = local.group(1);
    if (threads == null) {
      return OptionalInt.of(1);
    }
    return OptionalInt.of(threads.equals("*") ? processors() : Integer.parseInt(threads));
  }

  /** Whether tasks run in this process. */
  boolean local() {
    return LOCAL.matcher(url).matches();
  }

  /** Cores of this machine. */
  static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
