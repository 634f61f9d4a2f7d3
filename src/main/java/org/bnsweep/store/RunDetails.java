package org.bnsweep.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.bnsweep.train.Recordings;

/**
 * What the manifest of a run needs and only its caller knows.
 *
 * @param name of the run
 * @param settings the resolved configuration; folders named in it are kept without their path
 * @param versions of bnsweep and of what it stands on, by name
 * @param started when the run began
 * @param reused trials that the ledger had when the run began
 * @param recordings what the results have beside the curves
 * @param master where this run's trials were trained, without a name of a host; empty if it trained
 *     none
 */
public record RunDetails(
    String name,
    JsonNode settings,
    Map<String, String> versions,
    Instant started,
    long reused,
    Recordings recordings,
    String master) {

  public RunDetails {
    versions = Map.copyOf(versions);
  }
}
