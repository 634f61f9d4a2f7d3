package org.bnsweep.submit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.store.RunReader;
import org.bnsweep.sweep.TrialResult;

/**
 * What a run folder has that does not depend on when, where and how fast it was trained.
 *
 * @param fingerprint of its run.json
 * @param outcomes of its trials, read from curves.parquet
 * @param texts of its other files by name, without the seconds
 * @param counts of trials, as the page tells them
 */
record TinyResults(
    String fingerprint,
    List<TrialResult.Outcome> outcomes,
    Map<String, String> texts,
    String counts) {

  /** The results in {@code folder}. */
  static TinyResults of(Path folder) throws IOException {
    List<TrialResult.Outcome> outcomes = new ArrayList<>();
    RunReader.open(folder.toString(), new Configuration())
        .forEachTrial(trial -> outcomes.add(trial.result().outcome()));
    Map<String, String> texts = new TreeMap<>();
    for (String name :
        List.of(
            "pairs.csv", "settings.csv", "summary.json", "accuracy.svg", "final-accuracy.svg")) {
      texts.put(name, Files.readString(folder.resolve(name)));
    }
    texts.put(
        "summary.csv",
        Files.readString(folder.resolve("summary.csv")).replaceAll("(?m)[^,\n]+,([^,\n]*)$", "$1"));
    return new TinyResults(
        new ObjectMapper()
            .readTree(folder.resolve("run.json").toFile())
            .get("fingerprint")
            .asText(),
        outcomes,
        texts,
        Files.readString(folder.resolve("report.html"))
            .replaceAll("(?s).*\"([^\"]* planned, [^\"]*)\".*", "$1"));
  }
}
