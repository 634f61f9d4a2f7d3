package org.bnsweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.report.io.Making;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.TrialCounts;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;

/** The default run under a hostile name, with trials whose messages are hostile as well. */
public final class HostileRun {
  static final String HOSTILE =
      "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>\"'&\n\u202etxt";
  public static final List<String> FORMULAS =
      List.of("+1+1", "@SUM(A1)", " =1+1", "\u202e=1+1", "\u200b-x", "\uff1d1", "\t=1");

  private HostileRun() {}

  public static ReferenceRun of() {
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of(0).trials());
    Trial trial = new Trial("x", ReferenceRun.settings(3, 0.01, 0));
    trials.add(new TrialResult(trial, new TrialResult.Failed("=cmd " + HOSTILE), Double.NaN));
    for (int i = 0; i < FORMULAS.size(); i++) {
      trials.add(
          0,
          new TrialResult(
              new Trial("y", ReferenceRun.settings(4 + i, 0.01, 0)),
              new TrialResult.Failed(FORMULAS.get(i)),
              0));
    }
    Making making =
        new Making(
            Optional.empty(),
            new Provenance(HOSTILE, HOSTILE, 1000, 20),
            ClassCounts.UNKNOWN,
            Lineage.NONE,
            Map.of(HOSTILE, HOSTILE),
            HOSTILE,
            new TrialCounts(20, 0, 20, 0, 0),
            HOSTILE,
            HOSTILE,
            List.of());
    RunFacts facts =
        new RunFacts(
            HOSTILE,
            20,
            1000,
            0,
            Optional.empty(),
            1,
            List.of(),
            Optional.empty(),
            making,
            Map.of(HOSTILE, HOSTILE),
            HOSTILE);
    return new ReferenceRun(facts, trials);
  }
}
