package org.bnsweep.report.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.report.ActivationRun;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.Planned;
import org.bnsweep.report.ProbeRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.model.AxisValue;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.report.model.TrialRow;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.OptimizerKind;
import org.bnsweep.sweep.Axis;
import org.bnsweep.sweep.Grid;
import org.bnsweep.sweep.GridTrials;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialIdentity;
import org.bnsweep.sweep.TrialResult;
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

    assertThat(run.progress().sweep().done()).isEqualTo(10_400);
    assertThat(run.progress().sweep().total()).isEqualTo(20_000);
    RunData soFar = run.soFar();
    RunData read = RunDataReader.read(trials);
    assertThat(soFar.trials()).isEmpty();
    assertThat(soFar.counts()).isEqualTo(read.counts());
    assertThat(soFar.averaged()).containsExactly(Hyperparameter.SEED);
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
  void meansAreInTheOrderOfTheGridHoweverTheTrialsCome() {
    GridTrials trials = new GridTrials(grid(), new TrialIdentity(20, "x"));
    TrialResult.Outcome outcome = ReferenceRun.of(0).trials().get(0).outcome();
    LiveRun run = new LiveRun(FACTS, trials, trials.size());

    // Every trial, each a prime number of places after the one before.
    for (long i = 0; i < trials.size(); i++) {
      Trial trial = trials.get((500 + i * 7919) % trials.size());
      run.trialFinished(new TrialResult(trial, outcome, 1));
    }

    RunData soFar = run.soFar();
    assertThat(soFar.trials()).isEmpty();
    assertThat(texts(soFar, Hyperparameter.OPTIMIZER)).containsExactly("sgd", "adam", "momentum");
    assertThat(texts(soFar, Hyperparameter.WEIGHT_SCALE))
        .containsExactly("0.5", "he", "0.9", "0.1");
    // The optimizer is the slowest axis of this grid.
    assertThat(soFar.groups())
        .extracting(
            g ->
                soFar.value(Hyperparameter.OPTIMIZER, g.position()).text()
                    + " "
                    + soFar.value(Hyperparameter.WEIGHT_SCALE, g.position()).text())
        .containsExactly(
            "sgd 0.5",
            "sgd he",
            "sgd 0.9",
            "sgd 0.1",
            "adam 0.5",
            "adam he",
            "adam 0.9",
            "adam 0.1",
            "momentum 0.5",
            "momentum he",
            "momentum 0.9",
            "momentum 0.1");
    assertThat(soFar.groups()).allMatch(g -> g.bands().trials() == 1000);
  }

  private static List<String> texts(RunData data, Hyperparameter axis) {
    return data.axes().getOrDefault(axis, List.of()).stream().map(AxisValue::text).toList();
  }

  /** Three optimizers, four weight scales, a thousand seeds. */
  private static Grid grid() {
    List<Axis> axes = new ArrayList<>();
    axes.add(
        new Axis(
            Hyperparameter.OPTIMIZER,
            List.of(OptimizerKind.SGD, OptimizerKind.ADAM, OptimizerKind.MOMENTUM)));
    WeightScale he = new WeightScale(WeightScale.Init.HE, Double.NaN);
    axes.add(
        new Axis(
            Hyperparameter.WEIGHT_SCALE,
            List.of(WeightScale.of(0.5), he, WeightScale.of(0.9), WeightScale.of(0.1))));
    axes.add(new Axis(Hyperparameter.SEED, LongStream.range(0, 1000).boxed().toList()));
    for (Hyperparameter other : Hyperparameter.values()) {
      if (axes.stream().noneMatch(a -> a.name() == other)) {
        axes.add(new Axis(other, List.of(other.of(ReferenceRun.settings(0.1, 0.01, 0)))));
      }
    }
    return Grid.product(axes, List.of(), Optional.empty());
  }

  @Test
  void tooManyGroupsAreAveragedOverOneMoreAxis() {
    MadeUpRun trials = new MadeUpRun(101, 200, 1, 1, 0);
    LiveRun run = new LiveRun(trials.facts(), new Count(20_200), 20_200);

    trials.forEachTrial(run::trialFinished);

    RunData soFar = run.soFar();
    assertThat(soFar.averaged())
        .containsExactlyInAnyOrder(Hyperparameter.SEED, Hyperparameter.LEARNING_RATE);
    assertThat(soFar.varying()).contains(Hyperparameter.LEARNING_RATE);
    assertThat(soFar.groups()).hasSize(101).allMatch(g -> g.bands().trials() == 200);
  }

  @Test
  void noNumberOfTrialsTakesMoreMemoryThanTheFirstMany() {
    // Every trial has a learning rate and a seed of its own: nothing of it may be kept.
    LiveRun run = new LiveRun(FACTS, new Count(1_000_000), 1_000_000);
    TrialResult.Outcome outcome = ReferenceRun.of(0).trials().get(0).outcome();

    for (int i = 0; i < 60_000; i++) {
      Trial trial =
          new Trial(String.format(Locale.ROOT, "%032x", i), ReferenceRun.settings(0.1, 1 + i, i));
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
    Trial trial =
        new Trial(
            String.format(Locale.ROOT, "%032x", seed), ReferenceRun.settings(0.1, 0.01, seed));
    return new TrialResult(trial, Outcomes.trained(new PairCurves(curve, curve)), 1);
  }

  @Test
  void trialsOfEarlierRunsAreShownAndNotCountedAsFinished() {
    List<TrialResult> results = ReferenceRun.of(0).trials();
    LiveRun run = new LiveRun(FACTS, new Planned(results), 14);

    run.trialOfAnEarlierRun(results.get(3));
    run.trialOfAnEarlierRun(results.get(1));
    run.trialFinished(results.get(2));

    assertThat(run.progress().sweep().done()).isEqualTo(1);
    assertThat(run.progress().earlier()).isEqualTo(2);
    assertThat(run.progress().sweep().total()).isEqualTo(14);
    assertThat(run.soFar().trials().stream().map(TrialRow::id).toList())
        .isEqualTo(results.subList(1, 4).stream().map(r -> r.trial().id()).toList());
  }

  @Test
  void activationsAreShownAsFarAsThereIsRoom() {
    List<TrialResult> results = new ActivationRun(ReferenceRun.of(0, 1, 2)).trials();
    LiveRun run = new LiveRun(FACTS, new Planned(results), results.size());

    results.forEach(run::trialFinished);
    assertThat(run.soFar().samples().activations()).hasSize(16);

    // Each has thirty histograms.
    for (int i = 0; i < 400; i++) {
      run.trialFinished(
          new TrialResult(
              new Trial(
                  String.format(Locale.ROOT, "%032x", i), ReferenceRun.settings(0.1, 1 + i, 0)),
              results.get(0).outcome(),
              1));
    }
    assertThat(run.soFar().groups()).hasSize(416);
    assertThat(run.soFar().samples().activations().stream().mapToInt(t -> t.records().size()).sum())
        .isLessThan(LiveRun.MOST_LAYERS);
  }

  @Test
  void gradientsAndLandscapesAreShownAsFarAsThereIsRoom() {
    List<TrialResult> results = new ProbeRun(ReferenceRun.of(0)).trials();
    LiveRun run = new LiveRun(FACTS, new Planned(results), results.size());

    results.forEach(run::trialFinished);
    assertThat(run.soFar().samples().gradients()).hasSize(16);
    assertThat(run.soFar().samples().landscapes()).hasSize(16);

    // Each has 240 gradients, and 40 landscapes of ten numbers.
    for (int i = 0; i < 200; i++) {
      run.trialFinished(
          new TrialResult(
              new Trial(
                  String.format(Locale.ROOT, "%032x", 1000 + i),
                  ReferenceRun.settings(0.1, 1 + i, 0)),
              results.get(1).outcome(),
              1));
    }
    assertThat(run.soFar().groups()).hasSize(216);
    assertThat(run.soFar().samples().landscapes().size()).isLessThan(216);
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
