package org.bnsweep.report.live;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.sweep.SweepProgress;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.Network;

/**
 * How far a run is that is being watched.
 *
 * @param version counts the changes, from 0
 * @param phase of the run
 * @param sweep trials to train, those of them finished, and the time
 * @param failed of the finished ones without curves
 * @param earlier trials of earlier runs, which the page has as well
 * @param last what the last finished trial reached; empty before the first
 */
record LiveProgress(
    long version, Phase phase, SweepProgress sweep, long failed, long earlier, String last) {
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

  /** Whether there is a trial to show. */
  boolean hasTrials() {
    return sweep.done() + earlier > 0;
  }

  /** As the data of an event, on one line. */
  String json() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("phase", phase.name().toLowerCase(Locale.ROOT));
    json.put("total", sweep.total());
    json.put("done", sweep.done());
    json.put("failed", failed);
    json.put("earlier", earlier);
    json.put("seconds", Math.round(sweep.seconds() * 10) / 10.0);
    json.put("left", Math.round(sweep.secondsLeft()));
    json.put("last", last);
    return json.toString();
  }

  /** What {@code result} reached, in words. */
  static String words(TrialResult result) {
    if (result.outcome() instanceof TrialResult.Trained trained) {
      return Network.NORMALIZED.label(result.trial().hyperparameters().normalization())
          + " "
          + Numbers.accuracy(trained.curves().normalized().last().trainAccuracy())
          + ", without "
          + Numbers.accuracy(trained.curves().plain().last().trainAccuracy());
    }
    return "failed";
  }
}
