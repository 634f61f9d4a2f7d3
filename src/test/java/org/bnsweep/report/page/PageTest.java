package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.cli.RunOfKinds;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.FolderSource;
import org.bnsweep.report.io.LargestRates;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.store.RunReader;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.ByNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class PageTest {
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  @Test
  void thePolicyNamesEveryScriptAndTheStyleAndNothingElse() throws Exception {
    String page = page(ReferenceRun.of(0));

    Matcher policy =
        Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
    assertThat(policy.find()).isTrue();
    assertThat(policy.group(1))
        .startsWith("default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; ")
        .doesNotContain("unsafe", "http", "*");
    List<String> inlined = new ArrayList<>();
    Matcher element = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(page);
    while (element.find()) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(element.group(2).getBytes(StandardCharsets.UTF_8));
      inlined.add("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }
    assertThat(inlined).hasSize(3);
    assertThat(Pattern.compile("'sha256-[^']*'").matcher(policy.group(1)).results())
        .extracting(m -> m.group())
        .containsExactlyInAnyOrderElementsOf(inlined);
  }

  @Test
  void fetchesNothing() throws IOException {
    String own = page(ReferenceRun.of(0)).replaceAll("(?s)<script>.*?</script>", "");

    assertThat(own).doesNotContain("src=\"").doesNotContain("http:").doesNotContain("https:");
  }

  @Test
  void saysWhatIsPromisedOfATrialThatIsTrainedAgain() throws IOException {
    assertThat(page(ReferenceRun.of(0)))
        .contains("to the last bit where the arithmetic is the same")
        .contains("the same accuracies wherever NumPy agrees with itself between processors");
  }

  @Test
  void hostileTextsDoNotLeaveTheirPlace() throws IOException {
    String text =
        "</script><script>x()</script><!--<img src=x onerror=x()>\"'&\n\u2028@DATA@@STYLE@";
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of(0).trials());
    Trial trial = new Trial(text, ReferenceRun.settings(3, 0.01, 0));
    trials.add(new TrialResult(trial, new TrialResult.Failed(text), 0));
    String page = page(new ReferenceRun(ReferenceRun.facts(text, 20, 0), trials));

    String harmless = page(ReferenceRun.of(0));
    for (String markup : List.of("<script", "</script", "<img", "<!--", "<style")) {
      assertThat(page.split(markup, -1)).as(markup).hasSameSizeAs(harmless.split(markup, -1));
    }
    assertThat(page)
        .contains(
            "<title>&lt;/script&gt;&lt;script&gt;x()&lt;/script&gt;&lt;!--&lt;img src=x"
                + " onerror=x()&gt;&quot;'&amp;  @DATA@@STYLE@</title>");
    JsonNode data = data(page);
    assertThat(data.get("name").asText()).isEqualTo(text);
    assertThat(data.get("trials").get("messages").get("texts").get(0).asText()).isEqualTo(text);
  }

  @Test
  void curvesOfSingleTrialsAreExact() throws IOException {
    JsonNode groups = data(page(ReferenceRun.of(0))).get("groups");

    // 0.086, 0.107 as multiples of 1/240000, three characters each.
    assertThat(groups.get("scale").asInt()).isEqualTo(240_000);
    assertThat(decoded(groups, "bn", 0)).startsWith(0.086, 0.107, 0.143).endsWith(0.447);
    assertThat(decoded(groups, "plain", 15)).endsWith(0.116);
  }

  @ParameterizedTest
  @CsvSource({"100, 100, 1, 20, 1000", "16, 25, 25, 20, 1000", "40, 250, 1, 100, 1000"})
  void tenThousandTrialsStayBelowThreeMegabytes(
      int scales, int rates, int seeds, int epochs, int testSize) throws IOException {
    String page = page(new MadeUpRun(scales, rates, seeds, epochs, testSize));

    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000_000);
    assertThat(data(page).get("trials").get("id")).hasSize(10_000);
  }

  @Test
  void aboveTenThousandTrialsThereAreMeans() throws IOException {
    JsonNode data = data(page(new MadeUpRun(16, 26, 25, 2, 0)));

    assertThat(data.get("trials").isNull()).isTrue();
    assertThat(data.get("groups").get("n").get(0).asInt()).isEqualTo(25);
    assertThat(data.get("counts").get("trials").asInt()).isEqualTo(10_400);
  }

  @Test
  void theLargestLearningRatesAreToldWhereRatesAreCompared() throws IOException {
    LargestRates rates =
        new LargestRates(0.5, new ByNetwork<>(Optional.of(1.0), Optional.empty()), Map.of());

    JsonNode told = data(page(withRates(new MadeUpRun(4, 3, 1, 2, 0), rates))).get("rates");

    assertThat(told)
        .isEqualTo(new ObjectMapper().readTree("{\"accuracy\":0.5,\"largest\":{\"bn\":\"1.0\"}}"));
    assertThat(data(page(withRates(new MadeUpRun(4, 1, 1, 2, 0), rates))).has("rates")).isFalse();
  }

  /** Of one that trains everywhere and one that diverges, whose numbers together say neither. */
  @Test
  void whatIsKnownOfEachNormalizationIsTold(@TempDir Path folder) throws IOException {
    String run = RunOfKinds.in(folder);

    JsonNode data = data(page(new FolderSource(RunReader.open(run, new Configuration()))));

    assertThat(data.get("ranges").get(0).get("kinds"))
        .isEqualTo(
            json(
                """
                {"bn": {"tested": 1.0, "groups": 2,
                        "span": {"decades": 1.0, "from": "0.01", "to": "0.1"}},
                 "ln": {"tested": 1.0, "groups": 2}}
                """));
    assertThat(data.get("rates"))
        .isEqualTo(
            json(
                """
                {"accuracy": 0.5, "largest": {"bn": "0.1", "plain": "0.01"},
                 "kinds": {"bn": "0.1", "ln": "0.01"}}
                """));
    assertThat(data.get("counts"))
        .isEqualTo(
            json(
                """
                {"trials": 8, "failed": 0, "diverged": {"bn": 3, "plain": 2},
                 "divergedKinds": {"bn": 0, "ln": 3}}
                """));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static RunSource withRates(MadeUpRun run, LargestRates rates) {
    RunFacts f = run.facts();
    List<TrialResult> trials = new ArrayList<>();
    run.forEachTrial(trials::add);
    return new ReferenceRun(
        new RunFacts(
            f.name(),
            f.epochs(),
            f.trainSize(),
            f.testSize(),
            f.source(),
            f.seconds(),
            f.ranges(),
            Optional.of(rates),
            f.making(),
            f.reading(),
            f.configuration()),
        trials);
  }

  @ParameterizedTest
  @CsvSource({
    "BATCH, Batch Normalization, BN",
    "LAYER, Layer Normalization, LN",
    "RMS, RMSNorm, RMS"
  })
  void networksAreCalledByWhatNormalizesThem(String kinds, String name, String label)
      throws IOException {
    JsonNode data = data(page(ReferenceRun.of(kinds)));
    JsonNode networks = data.get("networks");

    assertThat(data.get("normalization").asText()).isEqualTo(name);
    assertThat(networks.findValuesAsText("label"))
        .containsExactly("with " + label, "without " + label);
    assertThat(networks.findValuesAsText("short")).containsExactly("with " + label, "without");
    assertThat(networks.findValuesAsText("overall")).containsExactly("with " + label, "without");
    assertThat(networks.findValuesAsText("name")).containsExactly("with " + name, "without it");
    assertThat(networks.findValuesAsText("it")).containsExactly("with it", "without");
  }

  @Test
  void whatIsKnownOverSeveralKindsIsSaidOfOneOfThem() throws IOException {
    JsonNode data = data(page(ReferenceRun.of("BATCH LAYER RMS")));
    JsonNode networks = data.get("networks");

    assertThat(data.get("normalization").asText()).isEqualTo("a normalization");
    // Of a row or a group, which says itself which it is.
    assertThat(networks.findValuesAsText("label")).containsExactly("with norm", "without norm");
    assertThat(networks.findValuesAsText("short")).containsExactly("with norm", "without");
    assertThat(networks.findValuesAsText("overall")).containsExactly("any norm", "without");
    assertThat(networks.findValuesAsText("name"))
        .containsExactly("with one of the normalizations", "without any");
    assertThat(networks.findValuesAsText("it")).containsExactly("with one of them", "without");
    assertThat(data.get("kinds").findValuesAsText("name"))
        .containsExactly(
            "with Batch Normalization", "with Layer Normalization", "with RMSNorm", "without any");
  }

  @Test
  void aRunWithSeveralKindsComparesThem() throws IOException {
    JsonNode data = data(page(ReferenceRun.of("BATCH RMS")));

    assertThat(data.get("kinds").findValuesAsText("word")).containsExactly("bn", "rms", "plain");
    assertThat(data.get("kinds").findValuesAsText("kind")).containsExactly("batch", "rms");
    assertThat(data.get("kinds").findValuesAsText("label"))
        .containsExactly("with BN", "with RMS", "without norm");
    assertThat(data.get("heatAxes").toString()).isEqualTo("[\"weight_scale\",\"learning_rate\"]");
    assertThat(data(page(ReferenceRun.of("RMS"))).has("kinds")).isFalse();
  }

  @Test
  void chartsStartWithTheAxesOfThePictures() throws IOException {
    List<TrialResult> trials = new ArrayList<>();
    for (TrialResult result : ReferenceRun.of(0).trials().subList(0, 4)) {
      Hyperparameters settings =
          Hyperparameters.builder()
              .batchSize(trials.size() < 2 ? 10 : 20)
              .dropout(trials.size() % 2 / 2.0)
              .build();
      Trial trial = new Trial(String.format(Locale.ROOT, "%032x", trials.size()), settings);
      trials.add(new TrialResult(trial, result.outcome(), 1));
    }
    JsonNode counts = data(page(new ReferenceRun(ReferenceRun.facts("x", 20, 0), trials)));
    JsonNode words = data(page(ReferenceRun.ofWords()));
    JsonNode large = data(page(new MadeUpRun(51, 100, 1, 1, 0)));

    // Counts come last.
    assertThat(counts.get("finalAxis").asText()).isEqualTo("dropout");
    assertThat(counts.get("heatAxes").toString()).isEqualTo("[\"batch_size\",\"dropout\"]");
    assertThat(words.has("finalAxis")).isFalse();
    assertThat(words.get("heatAxes").toString()).isEqualTo("[\"weight_scale\",\"activation\"]");
    assertThat(large.get("finalAxis").asText()).isEqualTo("weight_scale");
    assertThat(large.has("heatAxes")).isFalse();
  }

  @Test
  void valuesThatAreNumbersAreSaidSo() throws IOException {
    JsonNode axes = data(page(ReferenceRun.ofWords(0.05))).get("axes");

    assertThat(axes.get(0).get("values").toString())
        .isEqualTo("[[\"he\",\"he\"],[\"xavier\",\"xavier\"],[\"0.05\",\"0.05\",0.05]]");
  }

  @Test
  void manyDifferentLongMessagesDoNotSwellThePage() throws IOException {
    List<TrialResult> trials = new ArrayList<>();
    for (int i = 0; i < 9000; i++) {
      Trial trial =
          new Trial(String.format(Locale.ROOT, "%032x", i), ReferenceRun.settings(0.1, 0.01, i));
      trials.add(new TrialResult(trial, new TrialResult.Failed(i + "x".repeat(5000)), 0));
    }

    String page = page(new ReferenceRun(ReferenceRun.facts("x", 20, 0), trials));

    assertThat(page.length()).isLessThan(3_000_000);
    assertThat(data(page).get("trials").get("messages").get("texts")).hasSize(201);
  }

  private static double[] decoded(JsonNode groups, String network, int group) {
    String text = groups.get(network).get("mean").get(group).asText();
    int width = groups.get("width").asInt();
    double[] numbers = new double[text.length() / width];
    String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    for (int i = 0; i < numbers.length; i++) {
      for (int k = 0; k < width; k++) {
        numbers[i] = numbers[i] * 64 + alphabet.indexOf(text.charAt(i * width + k));
      }
      numbers[i] /= groups.get("scale").asInt();
    }
    return numbers;
  }

  static String page(RunSource source) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Page.write(RunDataReader.read(source), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  public static JsonNode data(String page) throws IOException {
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }
}
