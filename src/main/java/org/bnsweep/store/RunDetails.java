package org.bnsweep.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.data.ClassCounts;
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
 * @param classes of the samples
 * @param lineage the part of a grid that it is, and the runs it was merged from
 * @param finished when its trials were trained, if that was before; empty for now
 */
public record RunDetails(
    String name,
    JsonNode settings,
    Map<String, String> versions,
    Instant started,
    long reused,
    Recordings recordings,
    String master,
    ClassCounts classes,
    Lineage lineage,
    Optional<Instant> finished) {

  public RunDetails {
    versions = Map.copyOf(versions);
  }
}
