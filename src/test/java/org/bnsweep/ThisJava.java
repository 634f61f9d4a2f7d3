package org.bnsweep;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java that runs the tests, for processes that they start. */
public final class ThisJava {
  /** The first that warns of them; as in submit/common.sh. */
  private static final int WARNS = 24;

  private static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private static final Pattern OPENED = Pattern.compile("--add-opens=([^/]+)/([^=]+)=.*");

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

  /** What opened packages of this JVM, but for those that its modules have no more. */
  public static List<String> opened() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens"))
        .filter(ThisJava::isThere)
        .toList();
  }

  private static boolean isThere(String option) {
    Matcher opened = OPENED.matcher(option);
    return opened.matches()
        && ModuleLayer.boot()
            .findModule(opened.group(1))
            .filter(module -> module.getPackages().contains(opened.group(2)))
            .isPresent();
  }
}
