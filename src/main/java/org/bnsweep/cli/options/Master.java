package org.bnsweep.cli.options;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bnsweep.cli.terminal.InputException;

/**
 * The address of a Spark master, as far as it can be judged without Spark.
 *
 * @param url one that Spark knows the kind of
 */
public record Master(String url) {
  private static final Pattern LOCAL =
      Pattern.compile("local(?:\\[(\\*|[1-9][0-9]{0,3})(?:,[0-9]{1,4})?])?");
  private static final Pattern CLUSTER =
      Pattern.compile("spark://.+|yarn|k8s://.+|local-cluster\\[[0-9, ]+]");

  /** Each is a thread, and trains a pair of networks. */
  private static final int MOST_THREADS = 1024;

  /**
   * Checks that Spark has such a master.
   *
   * @throws InputException if Spark has no such master
   */
  public Master {
    if (!isLocal(url) && !CLUSTER.matcher(url).matches()) {
      throw new InputException(
          "--master is "
              + url
              + ", must be local[N] of at most "
              + MOST_THREADS
              + " threads, local[*], spark://host:port, yarn or k8s://https://host:port");
    }
  }

  private static boolean isLocal(String url) {
    Matcher local = LOCAL.matcher(url);
    return local.matches() && threads(local) <= MOST_THREADS;
  }

  private static int threads(Matcher local) {
    String threads = local.group(1);
    if (threads == null) {
      return 1;
    }
    return threads.equals("*") ? processors() : Integer.parseInt(threads);
  }

  /** Tasks it runs at the same time; empty for a cluster, whose address does not tell. */
  public OptionalInt slots() {
    Matcher local = LOCAL.matcher(url);
    return local.matches() ? OptionalInt.of(threads(local)) : OptionalInt.empty();
  }

  /** Whether tasks run in this process. */
  public boolean local() {
    return LOCAL.matcher(url).matches();
  }

  /** Cores of this machine. */
  public static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
