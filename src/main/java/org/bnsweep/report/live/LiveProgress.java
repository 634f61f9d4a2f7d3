package org.bnsweep.report.live;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.Network;

/**
 * How far a run is that is being watched.
 *
 * @param version counts the changes, from 0
 * @param phase of the run
 * @param total trials to train
 * @param done of them finished
 * @param failed of those without curves
 * @param earlier trials of earlier runs, which the page has as well
 * @param seconds of training
 * @param last what the last finished trial reached; empty before the first
 */
record LiveProgress(
    long version,
    Phase phase,
    long total,
    long done,
    long failed,
    long earlier,
    double seconds,
    String last) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Where a run is. */
  enum Phase {
    /** Trials are being trained. */
    TRAINING,
    /** All were trained; the page has the results of the run folder. */
    FINISHED,
    /** Nothing more will come, and nobody answers any longer. */
    ENDED
  }

  /** As the data of an event, on one line. */
  String json() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("phase", phase.name().toLowerCase(Locale.ROOT));
    json.put("total", total);
    json.put("done", done);
    json.put("failed", failed);
    json.put("earlier", earlier);
    json.put("seconds", Math.round(seconds * 10) / 10.0);
    json.put("last", last);
    return json.toString();
  }

  /** What {@code result} reached, in words. */
  static String words(TrialResult result) {
    if (result.outcome() instanceof TrialResult.Trained trained) {
      return String.format(
          Locale.ROOT,
          "%s %.3f, without %.3f",
          Network.NORMALIZED.label(),
          trained.curves().normalized().last().trainAccuracy(),
          trained.curves().plain().last().trainAccuracy());
    }
    return "failed";
  }
}
