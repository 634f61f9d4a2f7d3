package org.bnsweep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bnsweep.report.io.ReportFiles;
import org.bnsweep.report.io.RunSource;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void oneAxisGivesCurvesAndFinalAccuracy() throws IOException {
    assertThat(written(ReferenceRun.of(0)).keySet())
        .contains("accuracy.png", "accuracy.svg", "final-accuracy.png", "final-accuracy.svg")
        .doesNotContain("heat-map.png");
  }

  @Test
  void twoAxesGiveHeatMapsToo() throws IOException {
    Map<String, byte[]> files = written(new MadeUpRun(5, 4, 1, 2, 0));

    assertThat(files.keySet()).contains("heat-map.png", "heat-map.svg");
    assertThat(files.get("heat-map.png")).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void aSingleTrialGivesOnlyItsCurves() throws IOException {
    assertThat(written(new MadeUpRun(1, 1, 1, 2, 0)).keySet())
        .contains("accuracy.png")
        .doesNotContain("final-accuracy.png", "heat-map.png");
  }

  @Test
  void whatWasRecordedHasPicturesAndNothingElseHas() throws IOException {
    String[] pictures = {"gradients.png", "gradients.svg", "landscape.png", "landscape.svg"};

    assertThat(written(new ProbeRun(ReferenceRun.of(0))).keySet()).contains(pictures);
    assertThat(written(ReferenceRun.of(0)).keySet()).doesNotContain(pictures);
  }

  @Test
  void aFullDiskIsTheCallersToReport() {
    ReportFiles full =
        (name, content) -> {
          throw new IOException("No space left on device");
        };

    assertThatThrownBy(() -> Report.write(new MadeUpRun(1, 1, 1, 2, 0), full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  private static Map<String, byte[]> written(RunSource source) throws IOException {
    Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    Report.write(
        source,
        (name, content) -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          content.writeTo(out);
          files.put(name, out.toByteArray());
        });
    return files;
  }
}
