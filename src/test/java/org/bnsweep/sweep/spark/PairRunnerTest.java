package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Sweep;
import org.bnsweep.train.ActivationRecording;
import org.bnsweep.train.PairResult;
import org.junit.jupiter.api.Test;

class PairRunnerTest {

  @Test
  void keepsActivationsOnlyWhenAskedAndTheSameCurvesEitherWay() {
    Sweep sweep = Fakes.sweep("one", 1);
    Hyperparameters trial = sweep.trials().get(0).hyperparameters();

    PairResult off = PairRunner.keeping(ActivationRecording.OFF).run(sweep.dataset(), 3, trial);
    PairResult on = PairRunner.keeping(ActivationRecording.ON).run(sweep.dataset(), 3, trial);

    assertThat(off.activations()).isEmpty();
    // Two networks of one hidden layer at epochs 0, 1 and 2.
    assertThat(on.activations()).hasSize(6);
    assertThat(on.curves()).isEqualTo(off.curves());
  }
}
