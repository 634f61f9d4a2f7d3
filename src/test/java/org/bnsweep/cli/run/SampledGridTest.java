package org.bnsweep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.cli.TinyRun;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.GridTrials;
import org.bnsweep.sweep.TrialIdentity;
import org.bnsweep.sweep.Trials;
import org.bnsweep.sweep.Workload;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does before its first trial, on a sample of ten million. */
class SampledGridTest {
  private static final String[] SAMPLE = {
    "grid.seed={range: [0, 5000000]}", "sample={count: 10, seed: 0}"
  };

  @TempDir Path folder;

  @Test
  void nothingBeforeTheFirstTrialLooksAtTheWholeGrid() {
    // Once to load and compile; it also is the folder that is resumed.
    TinyRun.folder(folder, result -> result, SAMPLE);
    prepare("sample.count=10");

    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long left = prepare("sample.count=20");
    Duration cost =
        Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);

    assertThat(left).isEqualTo(10);
    // Ten million trials with their ids are twenty seconds or more.
    assertThat(cost).isLessThan(Duration.ofMillis(500));
  }

  /** Trials that are left to train. */
  private long prepare(String count) {
    RunConfig config =
        ConfigReader.readText(TinyRun.YAML, "tiny.yaml", List.of(SAMPLE[0], SAMPLE[1], count));
    Dataset dataset = SampleSource.load(config.data(), Configuration::new);
    Trials trials =
        new GridTrials(config.grid(), new TrialIdentity(config.epochs(), dataset.checksum()));
    Provenance provenance = Provenance.of(dataset, config.epochs());
    try (RunFolder run =
        RunFolder.open(
            folder.toString(),
            new Configuration(),
            OnExisting.RESUME,
            Locking.REQUIRED,
            warning -> {})) {
      Trials missing = run.ledger(provenance).remaining(trials, Recordings.NONE);
      if (missing.size() > 0) {
        Workload work = TimedTrial.workload(dataset, config.epochs(), config.recordings());
        TaskCuts.of(work, missing, Optional.empty()).of(missing.size(), 2);
      }
      return missing.size();
    }
  }
}
