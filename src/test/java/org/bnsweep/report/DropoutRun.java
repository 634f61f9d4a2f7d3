package org.bnsweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;

/** A run over one axis that may be 0, with test samples: BN is ahead on them with dropout only. */
public final class DropoutRun {
  private static final int EPOCHS = 3;

  private DropoutRun() {}

  public static ReferenceRun of() {
    List<TrialResult> trials = new ArrayList<>();
    trials.add(trial(0, new PairCurves(curve(1.0, 0.71), curve(1.0, 0.766))));
    trials.add(trial(0.2, new PairCurves(curve(1.0, 0.771), curve(0.98, 0.768))));
    trials.add(trial(0.4, new PairCurves(curve(0.99, 0.75), curve(0.94, 0.70))));
    RunFacts facts =
        ReferenceRun.facts("dropout", 1000, List.of(), ReferenceRun.begun(300, EPOCHS, 3));
    return new ReferenceRun(facts, trials);
  }

  private static TrialResult trial(double dropout, PairCurves curves) {
    Hyperparameters settings =
        Hyperparameters.builder().hidden(List.of(100)).dropout(dropout).build();
    Trial trial = new Trial(String.format(Locale.ROOT, "%032x", (int) (10 * dropout)), settings);
    return new TrialResult(trial, Outcomes.trained(curves), 0.8);
  }

  private static NetworkCurve curve(double train, double test) {
    List<Point> points =
        IntStream.range(0, EPOCHS)
            .mapToObj(e -> new Point(e, e, 1, train * (e + 1) / EPOCHS, test * (e + 1) / EPOCHS))
            .toList();
    return new NetworkCurve(points, NetworkCurve.NEVER);
  }
}
