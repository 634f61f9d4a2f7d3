package org.bnsweep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
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
