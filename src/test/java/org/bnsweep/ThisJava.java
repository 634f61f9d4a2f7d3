package org.bnsweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs the tests, for processes that they start. */
public final class ThisJava {
  /** The first that warns of them; as in submit/common.sh. */
  private static final int WARNS = 24;

  private static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private ThisJava() {}

  /** How a command begins that runs it, and what it would otherwise warn of on stderr. */
  public static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= WARNS) {
      command.addAll(QUIET);
    }
    return command;
  }
}
