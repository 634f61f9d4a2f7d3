package org.bnsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;

class LiveRunTest {

  @Test
  void keepsTenThousandTrialsAndCountsTheRest() {
    MadeUpRun trials = new MadeUpRun(16, 26, 25, 2, 0);
    LiveRun run = new LiveRun(trials.facts(), new Count(20_000));

    trials.forEachTrial(run::trialFinished);

    assertThat(run.progress().done()).isEqualTo(10_400);
    assertThat(run.progress().kept()).isEqualTo(10_000);
    assertThat(run.progress().total()).isEqualTo(20_000);
    assertThat(Condenser.read(run.soFar()).counts().trials()).isEqualTo(10_000);
  }

  @Test
  void longCurvesAreBoundedByTheirPoints() {
    List<Point> points =
        IntStream.range(0, 50_000).mapToObj(e -> new Point(e, e, 1, 0.5, Double.NaN)).toList();
    NetworkCurve curve = new NetworkCurve(points, NetworkCurve.NEVER);
    LiveRun run = new LiveRun(ReferenceRun.facts("long", 50_000, 0), new Count(20_000));

    for (int i = 0; i < 12; i++) {
      Trial trial = new Trial("%032x".formatted(i), ReferenceRun.settings(0.1, 0.01, i));
      run.trialFinished(
          new TrialResult(trial, new TrialResult.Trained(new PairCurves(curve, curve)), 1));
    }

    assertThat(run.progress().kept()).isEqualTo(10);
    assertThat(run.progress().done()).isEqualTo(12);
  }

  @Test
  void whatWasReadDoesNotChange() {
    List<TrialResult> results = ReferenceRun.of(0).trials();
    LiveRun run = new LiveRun(ReferenceRun.facts("live", 20, 0), new Count(20_000));
    run.trialFinished(results.get(0));
    RunSource soFar = run.soFar();

    run.trialFinished(results.get(1));

    List<TrialResult> seen = new ArrayList<>();
    soFar.forEachTrial(seen::add);
    assertThat(seen.stream().map(r -> r.trial().id()).toList())
        .containsExactly(results.get(0).trial().id());
  }

  /** A number of trials that nobody asks for. */
  private record Count(long size) implements Trials {
    @Override
    public Trial get(long index) {
      throw new AssertionError("a grid this large is not read");
    }
  }
}
