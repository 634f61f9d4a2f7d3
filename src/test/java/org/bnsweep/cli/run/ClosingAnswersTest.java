package org.bnsweep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.cli.RunOfKinds;
import org.bnsweep.cli.TinyRun;
import org.bnsweep.store.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table and the answers at the end of a run: what they call its networks. */
class ClosingAnswersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch               | with BN   | with BN",
        "layer               | with LN   | with LN",
        "rms                 | with RMS  | with RMS",
        "[layer, batch, rms] | with norm | any norm"
      })
  void networksAreCalledByWhatNormalizesThem(String kinds, String label, String overall) {
    String run = TinyRun.folder(folder, result -> result, "grid.normalization=" + kinds);

    assertThat(printed(run))
        .contains(
            String.format("%n%-52s%12s%12s%n", "", overall, "without"),
            String.format("%9s%10s%10s%10s%n", label, "without", label, "without"));
  }

  @Test
  void ofSeveralNormalizationsThereIsALineOfEach() {
    String printed = printed(RunOfKinds.in(folder));

    assertThat(printed)
        .endsWith(
            String.join(
                System.lineSeparator(),
                line("", "any norm", "without"),
                line("decades of weight_scale that reach 0.5, of 1.0", "one scale", "none"),
                line("  with BN", "1.0", "none"),
                line("  with LN", "none", "none"),
                line("decades of weight_scale that reach 0.9, of 1.0", "none", "none"),
                line("  with BN", "1.0", "none"),
                line("  with LN", "none", "none"),
                line("largest learning_rate that reaches 0.5, of 0.1", "0.1", "0.01"),
                line("  with BN", "0.1", "0.01"),
                line("  with LN", "0.01", "0.01"),
                line("largest learning_rate that reaches 0.9, of 0.1", "0.1", "none"),
                line("  with BN", "0.1", "none"),
                line("  with LN", "none", "none"),
                line("trials that diverged, of 8", "3", "2"),
                line("  with BN", "0", "1"),
                line("  with LN", "3", "1"),
                line("best accuracy", "0.950", "0.550"),
                "",
                ""));
  }

  private static String line(String what, String normalized, String plain) {
    return String.format("%-52s%12s%12s", what, normalized, plain);
  }

  @Test
  void ofOneNormalizationNothingIsSaidTwice() {
    String printed = printed(TinyRun.folder(folder, result -> result));

    assertThat(printed)
        .doesNotContain(System.lineSeparator() + "  with BN", "trials that diverged");
  }

  @Test
  void theFirstReleaseKnewBatchNormalizationAlone() {
    assertThat(printed("src/test/resources/org/bnsweep/store/first-release"))
        .contains(String.format("%n%-52s%12s%12s%n", "", "with BN", "without"));
  }

  private static String printed(String run) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    RunReader reader = RunReader.open(run, new Configuration());
    new ClosingTable(reader).print(out);
    new ClosingAnswers(reader).print(out);
    out.flush();
    return text.toString();
  }
}
