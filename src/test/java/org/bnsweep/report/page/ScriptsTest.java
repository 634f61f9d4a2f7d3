package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bnsweep.report.io.ReportException;
import org.bnsweep.report.model.Numbers;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the page's scripts do without a page: {@code *Test.js}; and how they are written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptsTest {
  private static final int LONGEST_LINE = 109;

  /** What would tie a script to the two networks of today. */
  private static final Pattern OF_ONE_NETWORK =
      Pattern.compile("Network\\.BN|\\.bn\\(\\)|\"bn\"|with BN|\"plain\"|without BN");

  private JavaScript engine;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    engine = new JavaScript(folder);
  }

  @AfterAll
  void stop() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> modules() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path module : JavaScript.modules()) {
      String name = module.getFileName().toString();
      if (name.endsWith("Test.js")) {
        Value exports = engine.module(name);
        for (String test : exports.getMemberKeys()) {
          tests.add(DynamicTest.dynamicTest(name + ": " + test, exports.getMember(test)::execute));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(20);
    return tests.stream();
  }

  @Test
  void theLinterHasNothingToSay() throws IOException {
    engine.script("jshint.js", "var window = globalThis;" + linter());
    Value complaints =
        engine.script(
            "lint.js",
            """
            (text) => {
              JSHINT(text, {
                esversion: 11, module: true, undef: true, unused: true, browser: true, eqeqeq: true,
                laxbreak: true, "-W018": true, "-W083": true,
                predef: ["echarts", "EventSource", "ResizeObserver", "IntersectionObserver"],
              });
              return JSHINT.errors.map((e) => `${e.line}: ${e.reason}`).join("; ");
            }
            """);
    assertThat(complaints.execute("const a = 1;\nb();").asString())
        .isEqualTo("2: 'b' is not defined.; 1: 'a' is defined but never used.");

    for (Path module : JavaScript.modules()) {
      assertThat(complaints.execute(Files.readString(module)).asString())
          .as(module.getFileName().toString())
          .isEmpty();
    }
  }

  private static String linter() throws IOException {
    Properties properties = new Properties();
    properties.load(
        ScriptsTest.class.getResourceAsStream(
            "/META-INF/maven/org.webjars.npm/jshint/pom.properties"));
    return Scripts.resource(
        "/META-INF/resources/webjars/jshint/"
            + properties.getProperty("version")
            + "/dist/jshint.js");
  }

  @Test
  void linesAreShort() throws IOException {
    for (Path module : JavaScript.modules()) {
      assertThat(Files.readAllLines(module))
          .as(module.getFileName().toString())
          .filteredOn(line -> line.length() > LONGEST_LINE)
          .isEmpty();
    }
  }

  @Test
  void whatAPageStartsWithImportsEveryModule() throws IOException {
    String joined = Scripts.joined("served") + Scripts.joined("waiting");

    for (Path module : JavaScript.ofThePage()) {
      String name = module.getFileName().toString().replace(".js", "");
      assertThat(joined).contains("bnsweep." + name + " = ");
    }
  }

  @Test
  void networksComeFromTheDataOfThePage() throws IOException {
    for (Path module : JavaScript.ofThePage()) {
      assertThat(OF_ONE_NETWORK.matcher(Files.readString(module)).results().map(r -> r.group()))
          .as(module.getFileName().toString())
          .isEmpty();
    }
  }

  @Test
  void joinedModulesAreOneScriptInTheOrderOfTheirImports() throws IOException {
    String joined = Scripts.joined("waiting");

    assertThat(joined)
        .startsWith("\"use strict\";\nconst bnsweep = {};\nbnsweep.format = (() => {\n");
    assertThat(joined)
        .contains(
            "bnsweep.progress = (() => {\n",
            "\nconst { format } = bnsweep.format;\n",
            "\nreturn { progressText };\n})();\nbnsweep.live = ");
    assertThat(joined.lines()).noneMatch(line -> line.matches("(import|export)\\b.*"));
    assertThat(joined).endsWith("follow(null);\nreturn {  };\n})();\n");
  }

  @Test
  void aModuleThatIsMissingIsNamed() {
    assertThatThrownBy(() -> Scripts.joined("nothing"))
        .isInstanceOf(ReportException.class)
        .hasMessage("report.html: nothing.js is missing from the application");
  }

  @Test
  void numbersReadAsOnTheChartsAndTheTerminal() throws IOException {
    Value number = engine.module("format.js").getMember("format").getMember("number");

    for (double exact :
        new double[] {
          0, 1, 10, 0.01, 0.5411695265464637, 1e-4, 9.9999e-5, 1.5e-5, 1e-7, 123456.7
        }) {
      for (double value : new double[] {exact, -exact, exact * 3, exact / 7, exact * 1e4}) {
        assertThat(number.execute(value).asString()).isEqualTo(Numbers.brief(value));
      }
    }
  }
}
