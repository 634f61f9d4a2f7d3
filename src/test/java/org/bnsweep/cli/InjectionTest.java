package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** A run folder that somebody else has made, with texts that want to be more than text. */
class InjectionTest {
  private static final String HOSTILE =
      "=cmd|' /C calc'!A0</script><script>x()</script><img src=x onerror=x()>\"'&"
          + "\n\u202etxt\u001b[31m\u0007\u2028@DATA@";

  @TempDir Path folder;
  private String location = "";

  @BeforeEach
  void make() throws IOException {
    location =
        TinyRun.folder(
            folder,
            result ->
                result.trial().hyperparameters().weightScale().scale() == 0.1
                    ? new TrialResult(result.trial(), new TrialResult.Failed(HOSTILE), 0)
                    : result);
    File file = folder.resolve("run.json").toFile();
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode run = (ObjectNode) mapper.readTree(file);
    run.put("name", HOSTILE);
    run.put("master", HOSTILE);
    run.put("fingerprint", HOSTILE);
    ((ObjectNode) run.get("versions")).put(HOSTILE, HOSTILE);
    ((ObjectNode) run.get("settings")).put(HOSTILE, HOSTILE);
    mapper.writeValue(file, run);
  }

  @Test
  void theTerminalGetsNoControlCharacters() {
    for (List<String> command :
        List.of(
            List.of("report", location),
            List.of("best", location),
            List.of("verify", location, "--trials", "all"),
            List.of("report", location + "/" + HOSTILE),
            List.of("run", HOSTILE),
            List.of("trial", "--set", HOSTILE + "=1"),
            List.of("trial", "--set", "weight_scale=" + HOSTILE))) {
      CliRun run = CliRun.of(command.toArray(String[]::new));

      String shown = run.out() + run.err();
      assertThat(shown).isNotEmpty();
      assertThat(shown.codePoints().filter(c -> c != '\n' && unseen(c)).toArray())
          .as(command + ": " + shown)
          .isEmpty();
    }
  }

  private static boolean unseen(int character) {
    int type = Character.getType(character);
    return Character.isISOControl(character)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  @Test
  void thePageHasNoScriptButItsOwn() throws IOException {
    assertThat(CliRun.of("report", location).exitCode()).isZero();

    String page = Files.readString(folder.resolve("report.html"));
    assertThat(page.replaceAll("(?s)<script>.*?</script>", ""))
        .doesNotContain("<script>", "<img")
        .contains("\\u003cimg");
    // Those of the page, and its data.
    assertThat(page.split("<script", -1)).hasSize(1 + 3);
  }

  @Test
  void theChartsAreWellFormedAndFetchNothing() throws Exception {
    assertThat(CliRun.of("report", location).exitCode()).isZero();

    for (String name : List.of("accuracy.svg", "final-accuracy.svg")) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document chart = factory.newDocumentBuilder().parse(folder.resolve(name).toFile());
      for (String element : List.of("script", "img", "image", "a", "foreignObject")) {
        assertThat(chart.getElementsByTagName(element).getLength()).as(element).isZero();
      }
      assertThat(chart.getElementsByTagName("title").item(0).getTextContent())
          .contains("</script><script>x()</script><img src=x onerror=x()>")
          .doesNotContain("\u202e", "\u001b", "\n");
    }
  }

  @Test
  void aSpreadsheetFindsNoFormula() throws IOException {
    for (String name : List.of("summary.csv", "pairs.csv", "settings.csv")) {
      assertThat(folder.resolve(name)).content().doesNotContainPattern("(^|,|\"|\n)=");
    }
    assertThat(folder.resolve("summary.csv"))
        .content()
        .contains("\"'=cmd|' /C calc'!A0</script>")
        .contains("onerror=x()>\"\"'&");
  }
}
