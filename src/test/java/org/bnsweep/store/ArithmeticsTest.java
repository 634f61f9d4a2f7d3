package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.store.trial.ArithmeticUse;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Recorded;
import org.junit.jupiter.api.Test;

/** With which arithmetic trials were trained, from the ledger to the manifest and back. */
class ArithmeticsTest extends InRunFolder {
  private static final Arithmetic SKYLAKE =
      new Arithmetic("04845bb0801d", "SkylakeX", "linux-x86_64");
  private static final Arithmetic HASWELL =
      new Arithmetic("5e3f00c1d2aa", "Haswell", "linux-x86_64");

  private static TrialResult by(Arithmetic arithmetic, long index) {
    TrialResult result = TestTrials.result(index);
    return new TrialResult(
        result.trial(),
        new Trained(((Trained) result.outcome()).curves(), Recorded.NOTHING, arithmetic),
        result.seconds());
  }

  @Test
  void areListedInTheManifestWithTheirTrials() {
    record(by(HASWELL, 0), by(SKYLAKE, 1), by(SKYLAKE, 2), TestTrials.failed(3, "boom"));

    assertThat(finish(4).arithmetics())
        .containsExactly(new ArithmeticUse(SKYLAKE, 2), new ArithmeticUse(HASWELL, 1));
    assertThat(RunReader.open(folder.toString(), TestTrials.CONFIGURATION).info().arithmetics())
        .hasSize(2);
  }

  @Test
  void comeBackWithEachTrial() {
    record(by(HASWELL, 0), by(SKYLAKE, 1), TestTrials.failed(2, "boom"));
    finish(3);

    List<Optional<Arithmetic>> read = new ArrayList<>();
    RunReader.open(folder.toString(), TestTrials.CONFIGURATION)
        .forEachTrial(trial -> read.add(trial.arithmetic()));

    assertThat(read).containsExactly(Optional.of(HASWELL), Optional.of(SKYLAKE), Optional.empty());
  }

  /** The committed run as the first release wrote it: one hash, no arithmetic. */
  @Test
  void areUnknownInARunOfTheFirstRelease() throws IOException {
    copyOfTheFirstRelease();

    RunReader reader = RunReader.open(folder.toString(), TestTrials.CONFIGURATION);

    assertThat(reader.info().fingerprint()).isEmpty();
    assertThat(reader.info().bits())
        .isEqualTo("ec4b22907acbc15444a568d56376418d9864c3518e3a6c62eced50c54b86e222");
    assertThat(reader.info().arithmetics()).isEmpty();
    int[] trials = {0};
    reader.forEachTrial(
        trial -> {
          assertThat(trial.arithmetic()).isEmpty();
          assertThat(trial.result().outcome()).isInstanceOf(Trained.class);
          trials[0]++;
        });
    assertThat(trials[0]).isEqualTo(16);
  }

  @Test
  void ofALedgerOfTheFirstReleaseAreUnknownAndItsTrialsKept() throws IOException {
    copyOfTheFirstRelease();
    RunInfo old = RunReader.open(folder.toString(), TestTrials.CONFIGURATION).info();

    try (RunFolder open = open()) {
      assertThat(open.ledger(old.provenance()).trained()).isEqualTo(16);
    }
  }

  private void copyOfTheFirstRelease() throws IOException {
    Path source = Path.of("src/test/resources/org/bnsweep/store/first-release");
    Files.createDirectories(folder.resolve("trials"));
    for (String name :
        List.of(
            "run.json",
            "summary.json",
            "curves.parquet",
            "trials/part-000001-8ffbe6bf.parquet",
            "trials/part-000002-8ffbe6bf.parquet")) {
      Files.copy(source.resolve(name), folder.resolve(name));
    }
  }
}
