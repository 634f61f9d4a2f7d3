package org.bnsweep.blas;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * The instruction sets of this machine's processor, by the names that Linux gives them; none where
 * they are not known.
 */
record ProcessorFlags(Set<String> names) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  ProcessorFlags {
    names = Set.copyOf(names);
  }

  /** Those in {@code text}, separated by blanks. */
  static ProcessorFlags parse(String text) {
    return new ProcessorFlags(Set.copyOf(Arrays.asList(text.strip().split("\\s+", -1))));
  }

  /** This machine's; none outside Linux on x86. */
  static ProcessorFlags ofThisMachine() {
    return read(CPU_INFO);
  }

  /** Those of the first processor in {@code cpuInfo}; the others are a long read on large hosts. */
  static ProcessorFlags read(Path cpuInfo) {
    try (BufferedReader lines = Files.newBufferedReader(cpuInfo, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("flags\\s*:.*")) {
          return parse(line.substring(line.indexOf(':') + 1));
        }
      }
    } catch (IOException e) {
      // There is no such file on other systems.
    }
    return new ProcessorFlags(Set.of());
  }

  boolean has(Set<String> wanted) {
    return names.containsAll(wanted);
  }
}
