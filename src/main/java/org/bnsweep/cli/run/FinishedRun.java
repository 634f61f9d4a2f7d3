package org.bnsweep.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.data.DataSettings;
import org.bnsweep.report.Report;
import org.bnsweep.store.RunReader;

/** A run folder with results, as commands read it. */
public record FinishedRun(RunReader reader) {

  /**
   * Opens the folder a user named.
   *
   * @throws org.bnsweep.store.files.RunRefusedException if it holds no finished run
   */
  public static FinishedRun open(String location, Configuration hadoop) {
    return new FinishedRun(RunReader.open(location, hadoop));
  }

  /** Draws the report into the folder. */
  public void draw() {
    Report.write(reader);
  }

  /** Test samples of the run. */
  public int testSize() {
    return reader.info().testSize();
  }

  /** How its samples were chosen and read, by the keys of {@code data}. */
  public JsonNode dataSettings() {
    return reader.info().settings().path("data");
  }

  /**
   * The samples it was trained on, as they are to be read again.
   *
   * @param changes {@code data.key=value}, of what the manifest keeps only a last name
   */
  public DataSettings data(List<String> changes) {
    JsonNode kept = dataSettings();
    String text = kept.isObject() ? "{\"data\": " + kept + "}" : "{\"name\": \"a-run\"}";
    return ConfigReader.readText(text, "run.json", changes)
        .data()
        .sized(reader.info().provenance().trainSize(), testSize());
  }

  /** Where its samples came from: {@code embedded}, or a name without its folders. */
  public String source() {
    return reader.info().elsewhere().orElse(DataSettings.EMBEDDED);
  }
}
