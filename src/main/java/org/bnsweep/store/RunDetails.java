package org.bnsweep.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.train.ActivationRecording;

/**
 * What the manifest of a run needs and only its caller knows.
 *
 * @param name of the run
 * @param settings the resolved configuration; folders named in it are kept without their path
 * @param versions of bnsweep and of what it stands on, by name
 * @param started when the run began
 * @param reused trials that the ledger had when the run began
 * @param recording whether the results have the activations
 * @param master where this run's trials were trained, without a name of a host; empty if it trained
 *     none
 * @param classes of the samples
 */
public record RunDetails(
    String name,
    JsonNode settings,
    Map<String, String> versions,
    Instant started,
    long reused,
    ActivationRecording recording,
    String master,
    ClassCounts classes) {

  public RunDetails {
    versions = Map.copyOf(versions);
  }

  /** Of a run whose samples are not known. */
  public RunDetails(
      String name,
      JsonNode settings,
      Map<String, String> versions,
      Instant started,
      long reused,
      ActivationRecording recording,
      String master) {
    this(name, settings, versions, started, reused, recording, master, ClassCounts.UNKNOWN);
  }
}
