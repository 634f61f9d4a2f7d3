package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Sweep;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;

class PairRunnerTest {

  @Test
  void keepsActivationsOnlyWhenAskedAndTheSameCurvesEitherWay() {
    Sweep sweep = Fakes.sweep("one", 1);
    Hyperparameters trial = sweep.trials().get(0).hyperparameters();

    PairResult off = PairRunner.CURVES.run(sweep.dataset(), 3, trial);
    PairResult on =
        new PairRunner(Recordings.of(Recording.ACTIVATIONS)).run(sweep.dataset(), 3, trial);

    assertThat(off.recorded().activations()).isEmpty();
    // Two networks of one hidden layer at epochs 0, 1 and 2.
    assertThat(on.recorded().activations()).hasSize(6);
    assertThat(on.curves()).isEqualTo(off.curves());
  }
}
