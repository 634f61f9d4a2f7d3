package org.bnsweep.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bnsweep.report.io.ReportException;

/**
 * The page's scripts: ES modules beside this class, joined to one script for a page that is one
 * file, which a browser does not let import others.
 *
 * <p>Each module becomes a function that is called once, after those it imports; what it exports is
 * a property of {@code bnsweep}. Hence the rules: an import is the line {@code import { a, b } from
 * "./module.js";}, an export is a constant or a function at the start of a line, and no two modules
 * import each other.
 */
final class Scripts {
  private static final Pattern IMPORT =
      Pattern.compile("import \\{ (\\w+(?:, \\w+)*) \\} from \"\\./(\\w+)\\.js\";");
  private static final Pattern EXPORT =
      Pattern.compile("export ((?:const|(?:async )?function) (\\w+)\\b.*)");

  private final Map<String, String> joined = new LinkedHashMap<>();
  private final List<String> importing = new ArrayList<>();

  private Scripts() {}

  /**
   * The module {@code entry} and all that it imports, as one script.
   *
   * @throws ReportException if one is missing or breaks a rule above
   */
  static String joined(String entry) throws IOException {
    Scripts scripts = new Scripts();
    scripts.add(entry);
    return "\"use strict\";\nconst bnsweep = {};\n" + String.join("", scripts.joined.values());
  }

  private void add(String module) throws IOException {
    if (joined.containsKey(module)) {
      return;
    }
    if (importing.contains(module)) {
      throw new ReportException(module + ".js imports itself through " + importing);
    }
    importing.add(module);
    List<String> exports = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    for (String line : resource(module + ".js").lines().toList()) {
      body.append(line(module, line, exports)).append('\n');
    }
    importing.remove(module);
    joined.put(
        module,
        "bnsweep.%s = (() => {\n%sreturn { %s };\n})();\n"
            .formatted(module, body, String.join(", ", exports)));
  }

  private String line(String module, String line, List<String> exports) throws IOException {
    Matcher imported = IMPORT.matcher(line);
    if (imported.matches()) {
      add(imported.group(2));
      return "const { %s } = bnsweep.%s;".formatted(imported.group(1), imported.group(2));
    }
    Matcher exported = EXPORT.matcher(line);
    if (exported.matches()) {
      exports.add(exported.group(2));
      return exported.group(1);
    }
    if (line.startsWith("import") || line.startsWith("export")) {
      throw new ReportException(module + ".js has a line that cannot be joined: " + line);
    }
    return line;
  }

  /** A text file beside this class or at a path; with the line ends that a browser hashes. */
  static String resource(String name) throws IOException {
    try (InputStream in = Scripts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new ReportException("report.html: " + name + " is missing from the application");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
