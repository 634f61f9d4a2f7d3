package org.bnsweep.store.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;

/** What a merged run keeps of what its runs recorded. */
class MergedRecordingsTest extends WithMadeUpRuns {
  @Test
  void keepsActivationsIfAllRunsHaveThem() {
    Made made = new Made("a", PROVENANCE, Recordings.of(Recording.ACTIVATIONS));
    Trials one = TestTrials.grid(1);
    Trials two = TestTrials.grid(1, index -> TestTrials.trial(1));
    RunReader first = run("first", one, TestTrials::recorded, Lineage.NONE, made);
    RunReader second = run("second", two, TestTrials::recorded, Lineage.NONE, made);
    RunReader without = run("without", one, TestTrials::result);

    merge("merged", without, first, second);
    assertThat(reader("merged").recordings()).isEqualTo(Recordings.NONE);

    merge("with", first, second);
    assertThat(trials(reader("with")))
        .extracting(RecordedTrial::result)
        .containsExactly(TestTrials.recorded(0), TestTrials.recorded(1));
  }

  @Test
  void whatRunsRecordedMakesNoOtherGrid() throws IOException {
    shard(1, 2, 10);
    shard(2, 2, 10);
    // An earlier release did not know all of them.
    RunReader first =
        withSettings("shard-1-2", Map.of("record_activations", false, "record_gradients", true));
    RunReader second =
        withSettings("shard-2-2", Map.of("record_landscape", true, "record_activations", true));

    RunInfo info = merge("merged", first, second);

    assertThat(info.settings())
        .isEqualTo(
            MAPPER.readTree(
                "{\"name\": \"shard-1-2\", \"grid\": {\"is\": \"a\"}, \"record_activations\":"
                    + " false, \"record_gradients\": false}"));
    assertThat(trials(reader("merged")))
        .extracting(trial -> trial.trial().hyperparameters().seed())
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void severalGridsHaveTheRecordingsOfTheMergedRun() throws IOException {
    Recordings activations = Recordings.of(Recording.ACTIVATIONS);
    Made one = new Made("a", PROVENANCE, activations);
    run("first", TestTrials.grid(1), TestTrials::recorded, Lineage.NONE, one);
    Trials next = TestTrials.grid(1, index -> TestTrials.trial(1));
    Made other = new Made("b", PROVENANCE, activations);
    run("second", next, TestTrials::recorded, Lineage.NONE, other);
    Map<String, Boolean> all =
        Map.of("record_activations", true, "record_gradients", true, "record_landscape", true);

    RunInfo info = merge("merged", withSettings("first", all), withSettings("second", all));

    assertThat(info.settings())
        .isEqualTo(
            MAPPER.readTree(
                "{\"name\": \"first\", \"record_activations\": true, \"record_gradients\": false,"
                    + " \"record_landscape\": false, \"merged\": [{\"grid\": {\"is\": \"a\"}},"
                    + " {\"grid\": {\"is\": \"b\"}}]}"));
  }

  private RunReader withSettings(String name, Map<String, Boolean> settings) throws IOException {
    Path file = temporary.resolve(name + "/run.json");
    JsonNode json = MAPPER.readTree(file.toFile());
    settings.forEach(((ObjectNode) json.get("settings"))::put);
    MAPPER.writeValue(file.toFile(), json);
    return reader(name);
  }
}
