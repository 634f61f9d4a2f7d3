package org.bnsweep.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.report.ProbeRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.WeightGradient;
import org.junit.jupiter.api.Test;

class ProbedSettingTest {
  @Test
  void ofOneKindItIsTheTrialInTheMiddle() {
    ProbedSetting<WeightGradient> setting = setting(ReferenceRun.of(0));

    assertThat(setting.at()).isEqualTo(" at W:0.007356");
    assertThat(setting.of()).isEqualTo(16);
    assertThat(setting.kinds()).containsExactly(NormalizationKind.BATCH);
    assertThat(setting.records(NormalizationKind.BATCH)).hasSize(2 * 6 * 20);
    assertThat(setting.records(NormalizationKind.RMS)).isEmpty();
  }

  @Test
  void aSettingWithAllKindsComesBeforeOneThatLacksSome() {
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of("BATCH RMS").trials());
    // Of the third of four settings, the one in the middle.
    trials.remove(2);
    ProbedSetting<WeightGradient> setting =
        setting(new ReferenceRun(ReferenceRun.facts("x", 20, 0), trials));

    assertThat(setting.kinds()).containsExactly(NormalizationKind.BATCH, NormalizationKind.RMS);
    assertThat(setting.at()).isNotEqualTo(" at W:0.01 lr:0.1");
    assertThat(setting.of()).isEqualTo(4);
  }

  @Test
  void aSingleTrialLiesNowhereInParticular() {
    List<TrialResult> trials = ReferenceRun.of(0).trials().subList(3, 4);

    assertThat(setting(new ReferenceRun(ReferenceRun.facts("x", 20, 0), trials)).at()).isEmpty();
  }

  private static ProbedSetting<WeightGradient> setting(ReferenceRun run) {
    RunData data = RunDataReader.read(new ProbeRun(run));
    return ProbedSetting.of(data, data.samples().gradients()).orElseThrow();
  }
}
