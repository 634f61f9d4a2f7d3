package org.bnsweep.store.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.hadoop.fs.FileUtil;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.Trial;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;

class RefusedMergesTest extends WithMadeUpRuns {
  @Test
  void refusesRunsThatDoNotFit() {
    RunReader first = run("first", TestTrials.grid(2), TestTrials::result);
    String more = "; only runs of the same data, epochs and numerics can be merged";

    refused(first, new Provenance("data-2", "numerics-1", 20, 3))
        .hasMessage(
            path("other")
                + " has another data checksum than "
                + path("first")
                + ": data-2, not data-1"
                + more);
    refused(first, new Provenance("data-2", "numerics-1", 30, 3))
        .hasMessageContaining(" has another train_size than ");
    refused(first, new Provenance("data-1", "numerics-2", 20, 3))
        .hasMessageContaining(" has another numerics version than ")
        .hasMessageContaining(": numerics-2, not numerics-1;");
    refused(first, new Provenance("data-1", "numerics-1", 20, 4))
        .hasMessageContaining(" has another number of epochs than ");
    assertThatThrownBy(() -> Merge.of(List.of(first, reader("first"))))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(path("first") + " is given twice, must be each run once");
  }

  private AbstractThrowableAssert<?, ?> refused(RunReader first, Provenance provenance) {
    FileUtil.fullyDelete(temporary.resolve("other").toFile());
    RunReader other =
        run(
            "other",
            TestTrials.grid(1),
            TestTrials::result,
            Lineage.NONE,
            new Made("a", provenance, Recordings.NONE));
    return assertThatThrownBy(() -> Merge.of(List.of(first, other)))
        .isInstanceOf(RunRefusedException.class);
  }

  @Test
  void refusesAFolderOfOtherTrials() {
    RunReader first = shard(1, 2, 10);
    RunReader second = shard(2, 2, 10);
    run("taken", TestTrials.grid(11), WithMadeUpRuns::result);

    assertThatThrownBy(() -> merge("taken", first, second))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(
            path("taken")
                + " has trials that none of the runs has, or other numbers of them: "
                + TestTrials.id(10)
                + "; choose another --out, or start anew with --overwrite");
    assertThatThrownBy(
            () -> Merge.requireApart(reader("shard-2-2").files(), List.of(first, second)))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(
            "--out is "
                + path("shard-2-2")
                + ", one of the runs to merge; choose another folder, as these stay as they are");
  }

  @Test
  void refusesARunThatChangesWhileItIsRead() throws IOException, InterruptedException {
    LongFunction<Trial> others = index -> TestTrials.trial(index + 5);
    RunReader first = run("first", TestTrials.grid(5), TestTrials::result);
    RunReader second = run("second", TestTrials.grid(5, others), TestTrials::result);
    run("longer", TestTrials.grid(6, others), TestTrials::result);
    run("shorter", TestTrials.grid(4, others), TestTrials::result);
    run("elsewhere", TestTrials.grid(5, index -> TestTrials.trial(index + 20)), TestTrials::result);
    run("otherwise", TestTrials.grid(5, others), i -> withLoss(TestTrials.result(i)));
    run("worse", TestTrials.grid(5, others), i -> TestTrials.failed(i, "no luck"));
    Path curves = temporary.resolve("second/curves.parquet");
    byte[] asSurveyed = Files.readAllBytes(curves);

    for (String change : List.of("shorter", "elsewhere", "otherwise", "worse")) {
      Files.write(curves, asSurveyed);
      Merge merge = Merge.of(List.of(first, second));
      replaceCurves("second", change);
      try (RunFolder folder = open("merged-" + change, OnExisting.RESUME)) {
        assertThatThrownBy(() -> merge.writeTo(folder))
            .as(change)
            .isInstanceOf(RunRefusedException.class)
            .hasMessage(path("second") + " changed while it was read; run the same command again");
      }
    }
    // One trial more is not of this merge.
    Files.write(curves, asSurveyed);
    Merge merge = Merge.of(List.of(first, second));
    replaceCurves("second", "longer");
    try (RunFolder folder = open("merged", OnExisting.RESUME)) {
      assertThat(merge.writeTo(folder).trials().planned()).isEqualTo(10);
    }
  }

  private void replaceCurves(String run, String by) throws IOException {
    Files.copy(
        temporary.resolve(by + "/curves.parquet"),
        temporary.resolve(run + "/curves.parquet"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void refusesCurvesThatRunJsonDoesNotDescribe() throws IOException {
    RunReader first = shard(1, 2, 10);
    shard(2, 2, 10);
    Files.copy(
        temporary.resolve("shard-1-2/curves.parquet"),
        temporary.resolve("shard-2-2/curves.parquet"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> Merge.of(List.of(first, reader("shard-2-2"))))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(
            path("shard-2-2")
                + " has other curves than its run.json says; run its configuration again");
  }
}
