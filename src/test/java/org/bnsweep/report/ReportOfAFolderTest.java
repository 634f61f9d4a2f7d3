package org.bnsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.report.io.FolderSource;
import org.bnsweep.report.io.LargestRates;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.io.ScaleRange;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.report.model.TrialRow;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportOfAFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void run() {
    List<TrialResult> results = ReferenceRun.of(0).trials();
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.putObject("data").put("source", "embedded").put("test_size", 0);
    Provenance provenance = new Provenance("abc", "1", 1000, 20);
    try (RunFolder open =
        RunFolder.open(
            folder.toString(),
            new Configuration(),
            OnExisting.RESUME,
            Locking.REQUIRED,
            warning -> {})) {
      Ledger ledger = open.ledger(provenance);
      try (LedgerWriter writer = ledger.writer()) {
        results.forEach(writer::add);
      }
      open.finish(
          ledger,
          new Recorded(results.stream().map(TrialResult::trial).toList()),
          TestTrials.details(
              "weight-scale", settings, Map.of("spark", "4.1.3"), Instant.now(), Recordings.NONE));
    }
  }

  @Test
  void writesEveryFileIntoTheFolder() throws IOException {
    Report.write(reader());

    assertThat(folder.resolve("report.html")).content().contains("weight-scale</title>");
    for (String name : List.of("accuracy.png", "final-accuracy.png")) {
      assertThat(Files.readAllBytes(folder.resolve(name))).startsWith(0x89, 'P', 'N', 'G');
    }
    for (String name : List.of("accuracy.svg", "final-accuracy.svg")) {
      assertThat(folder.resolve(name)).content(StandardCharsets.UTF_8).endsWith("</svg>\n");
    }
    assertThat(folder.resolve("heat-map.png")).doesNotExist();
  }

  @Test
  void removesThePicturesOfAnEarlierReportThatItDoesNotMake() throws IOException {
    Files.writeString(folder.resolve("heat-map.png"), "of two axes");
    Files.writeString(folder.resolve("heat-map.svg"), "of two axes");
    Files.writeString(folder.resolve("heat-map.pdf"), "of somebody else");

    Report.write(reader());

    assertThat(folder.resolve("heat-map.png")).doesNotExist();
    assertThat(folder.resolve("heat-map.svg")).doesNotExist();
    assertThat(folder.resolve("heat-map.pdf")).hasContent("of somebody else");
    assertThat(folder.resolve("curves.parquet")).exists();
    assertThat(folder.resolve("final-accuracy.svg")).exists();
  }

  @Test
  void readsTheCurvesBackAsTheyWereTrained() {
    RunData data = RunDataReader.read(new FolderSource(reader()));

    assertThat(data.groups()).hasSize(16);
    assertThat(data.trials().stream().map(TrialRow::id))
        .isEqualTo(ReferenceRun.of(0).trials().stream().map(t -> t.trial().id()).toList());
    assertThat(data.value(Hyperparameter.WEIGHT_SCALE, data.groups().get(1).position()).brief())
        .isEqualTo("0.5412");
  }

  @Test
  void takesTheAnswersFromTheSummary() {
    RunFacts facts = new FolderSource(reader()).facts();

    ScaleRange half = facts.ranges().get(0);
    assertThat(half.accuracy()).isEqualTo(0.5);
    assertThat(half.tested()).isEqualTo(4);
    assertThat(half.spans().plain().map(ScaleRange.Span::to))
        .isEqualTo(Optional.of(0.2928644564625237));
    assertThat(half.groups()).isEqualTo(1);
    assertThat(facts.rates())
        .contains(
            new LargestRates(0.5, new ByNetwork<>(Optional.of(0.01), Optional.of(0.01)), Map.of()));
    assertThat(facts.making().versions()).containsEntry("spark", "4.1.3");
    assertThat(facts.making().provenance().dataChecksum()).isEqualTo("abc");
    assertThat(facts.making().fingerprint()).hasSize(64);
    assertThat(facts.making().bits()).hasSize(64);
    assertThat(facts.source()).isEmpty();
    assertThat(facts.configuration()).contains("\"source\" : \"embedded\"");
  }

  private RunReader reader() {
    return RunReader.open(folder.toString(), new Configuration());
  }

  /** The trials that were trained, as a grid. */
  private record Recorded(List<Trial> trials) implements Trials {
    @Override
    public long size() {
      return trials.size();
    }

    @Override
    public Trial get(long index) {
      return trials.get((int) index);
    }
  }
}
