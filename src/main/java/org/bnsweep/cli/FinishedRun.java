package org.bnsweep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.report.Report;
import org.bnsweep.report.RunFacts;
import org.bnsweep.report.RunSource;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.StoreException;
import org.bnsweep.sweep.TrialResult;

/** A run folder with results, as the report reads it. */
record FinishedRun(RunReader reader) implements RunSource {

  /**
   * Opens the folder a user named.
   *
   * @throws InputException if it holds no finished run
   */
  static FinishedRun open(String location) {
    try {
      return new FinishedRun(RunReader.open(location, new Configuration()));
    } catch (StoreException e) {
      throw new InputException(PlainText.message(e), e);
    }
  }

  /** Draws the report into the folder; the names of its files. */
  Set<String> draw() {
    Set<String> names = new ConcurrentSkipListSet<>();
    try {
      Report.write(
          this,
          (name, content) -> {
            reader.files().write(name, content::writeTo);
            names.add(name);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** Test samples of the run. */
  int testSize() {
    return reader.info().settings().path("data").path("test_size").asInt();
  }

  /** Where its samples came from: {@code embedded}, or a name without its folders. */
  String source() {
    return reader.info().settings().path("data").path("source").asText();
  }

  @Override
  public RunFacts facts() {
    RunInfo info = reader.info();
    Map<String, String> provenance = new LinkedHashMap<>(new TreeMap<>(info.versions()));
    provenance.put("started", info.started().toString());
    provenance.put("data checksum", info.provenance().dataChecksum());
    provenance.put("numerics version", info.provenance().numericsVersion());
    provenance.put("fingerprint", info.fingerprint());
    return new RunFacts(
        info.name(),
        info.provenance().epochs(),
        info.provenance().trainSize(),
        testSize(),
        info.seconds(),
        provenance,
        text(info.settings()));
  }

  private static String text(JsonNode settings) {
    return settings.toPrettyString();
  }

  @Override
  public void forEachTrial(Consumer<TrialResult> action) {
    reader.forEachTrial(trial -> action.accept(trial.result()));
  }
}
