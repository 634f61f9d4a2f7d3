package org.bnsweep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.bnsweep.sweep.AxisName;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;

class LiveRunTest {

  private static final RunFacts FACTS = ReferenceRun.facts("live", 20, 0);

  @Test
  void ofMoreThanTenThousandTrialsTheMeansOfAllAreKept() {
    MadeUpRun trials = new MadeUpRun(16, 26, 25, 2, 0);
    LiveRun run = new LiveRun(trials.facts(), new Count(20_000), 20_000);

    trials.forEachTrial(run::trialFinished);

    assertThat(run.progress().done()).isEqualTo(10_400);
    assertThat(run.progress().total()).isEqualTo(20_000);
    RunData soFar = run.soFar();
    RunData read = Condenser.read(trials);
    assertThat(soFar.trials()).isEmpty();
    assertThat(soFar.counts()).isEqualTo(read.counts());
    assertThat(soFar.averaged()).containsExactly(AxisName.SEED);
    assertThat(soFar.groups()).hasSize(416);
    for (int i = 0; i < 416; i++) {
      PairBands live = soFar.groups().get(i).bands();
      PairBands expected = read.groups().get(i).bands();
      assertThat(live.trials()).isEqualTo(25);
      for (Network network : Network.values()) {
        assertThat(live.last(network).mean()).isEqualTo(expected.last(network).mean());
        assertThat(live.last(network).halfWidth())
            .isCloseTo(expected.last(network).halfWidth(), within(1e-12));
      }
    }
  }

  @Test
  void tooManyGroupsAreAveragedOverOneMoreAxis() {
    MadeUpRun trials = new MadeUpRun(101, 200, 1, 1, 0);
    LiveRun run = new LiveRun(trials.facts(), new Count(20_200), 20_200);

    trials.forEachTrial(run::trialFinished);

    RunData soFar = run.soFar();
    assertThat(soFar.averaged()).containsExactlyInAnyOrder(AxisName.SEED, AxisName.LEARNING_RATE);
    assertThat(soFar.varying()).contains(AxisName.LEARNING_RATE);
    assertThat(soFar.groups()).hasSize(101).allMatch(g -> g.bands().trials() == 200);
  }

  @Test
  void noNumberOfTrialsTakesMoreMemoryThanTheFirstMany() {
    // Every trial has a learning rate and a seed of its own: nothing of it may be kept.
    LiveRun run = new LiveRun(FACTS, new Count(1_000_000), 1_000_000);
    TrialResult.Outcome outcome = ReferenceRun.of(0).trials().get(0).outcome();

    for (int i = 0; i < 60_000; i++) {
      Trial trial = new Trial("%032x".formatted(i), ReferenceRun.settings(0.1, 1 + i, i));
      run.trialFinished(new TrialResult(trial, outcome, 1));
    }

    RunData soFar = run.soFar();
    assertThat(soFar.counts().trials()).isEqualTo(60_000);
    assertThat(soFar.groups()).hasSize(1);
    assertThat(soFar.axes().values()).allMatch(values -> values.size() <= 10_001);
  }

  @Test
  void longCurvesAreBoundedByTheirPoints() {
    List<Point> points =
        IntStream.range(0, 50_000).mapToObj(e -> new Point(e, e, 1, 0.5, Double.NaN)).toList();
    NetworkCurve curve = new NetworkCurve(points, NetworkCurve.NEVER);
    LiveRun run = new LiveRun(ReferenceRun.facts("long", 50_000, 0), new Count(20_000), 20);

    for (int i = 0; i < 10; i++) {
      run.trialFinished(sameCurves(curve, i));
    }
    assertThat(run.soFar().trials()).hasSize(10);
    run.trialFinished(sameCurves(curve, 10));

    assertThat(run.soFar().trials()).isEmpty();
    assertThat(run.soFar().groups()).hasSize(1).allMatch(g -> g.bands().trials() == 11);
  }

  private static TrialResult sameCurves(NetworkCurve curve, int seed) {
    Trial trial = new Trial("%032x".formatted(seed), ReferenceRun.settings(0.1, 0.01, seed));
    return new TrialResult(trial, new Trained(new PairCurves(curve, curve)), 1);
  }

  @Test
  void trialsOfEarlierRunsAreShownAndNotCountedAsFinished() {
    List<TrialResult> results = ReferenceRun.of(0).trials();
    LiveRun run = new LiveRun(FACTS, new Planned(results), 14);

    run.trialOfAnEarlierRun(results.get(3));
    run.trialOfAnEarlierRun(results.get(1));
    run.trialFinished(results.get(2));

    assertThat(run.progress().done()).isEqualTo(1);
    assertThat(run.progress().earlier()).isEqualTo(2);
    assertThat(run.progress().total()).isEqualTo(14);
    assertThat(run.soFar().trials().stream().map(TrialRow::id).toList())
        .isEqualTo(results.subList(1, 4).stream().map(r -> r.trial().id()).toList());
  }

  @Test
  void activationsAreShownAsFarAsThereIsRoom() {
    List<TrialResult> results = new ActivationRun(ReferenceRun.of(0, 1, 2)).trials();
    LiveRun run = new LiveRun(FACTS, new Planned(results), results.size());

    results.forEach(run::trialFinished);
    assertThat(run.soFar().activations()).hasSize(16);

    // Each has thirty histograms.
    for (int i = 0; i < 400; i++) {
      run.trialFinished(
          new TrialResult(
              new Trial("%032x".formatted(i), ReferenceRun.settings(0.1, 1 + i, 0)),
              results.get(0).outcome(),
              1));
    }
    assertThat(run.soFar().groups()).hasSize(416);
    assertThat(run.soFar().activations().stream().mapToInt(t -> t.layers().size()).sum())
        .isLessThan(LiveRun.MOST_LAYERS);
  }

  @Test
  void whatWasReadDoesNotChange() {
    List<TrialResult> results = ReferenceRun.of(0).trials();
    LiveRun run = new LiveRun(FACTS, new Count(20_000), 20_000);
    run.trialFinished(results.get(0));
    RunData soFar = run.soFar();

    run.trialFinished(results.get(1));

    assertThat(soFar.trials().stream().map(TrialRow::id).toList())
        .containsExactly(results.get(0).trial().id());
    assertThat(soFar.counts().trials()).isEqualTo(1);
  }

  /** A number of trials that nobody asks for. */
  private record Count(long size) implements Trials {
    @Override
    public Trial get(long index) {
      throw new AssertionError("a grid this large is not read");
    }
  }
}
