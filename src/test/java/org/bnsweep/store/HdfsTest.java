package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunLock;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run folder on HDFS, of a cluster in this process. */
@Timeout(120)
class HdfsTest {
  private static final Duration HEARTBEAT = Duration.ofMillis(50);
  // A winner whose heart pauses for so long would be taken for dead, and there would be two.
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @TempDir static Path temporary;
  private static MiniDFSCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, temporary.toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
  }

  @AfterAll
  static void stop() {
    cluster.shutdown(true);
  }

  private static String location(String name) {
    return cluster.getURI() + "/runs/" + name;
  }

  private static RunFolder open(String name, OnExisting onExisting) {
    return RunFolder.open(
        location(name),
        new Configuration(),
        onExisting,
        Locking.REQUIRED,
        warning -> assertThat(warning).isNull());
  }

  private static RunInfo run(String name, int size, TrialResult... results) {
    try (RunFolder open = open(name, OnExisting.RESUME)) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        for (TrialResult result : results) {
          writer.add(result);
        }
      }
      return open.finish(ledger, TestTrials.grid(size), DETAILS);
    }
  }

  private static List<String> files(String name) throws IOException {
    List<String> names = new ArrayList<>();
    for (FileStatus status : RunFiles.at(location(name), new Configuration()).list("")) {
      names.add(status.getPath().getName());
    }
    return names;
  }

  @Test
  void holdsARunThatIsResumedAndStartedAgain() throws IOException {
    run("one", 1, TestTrials.result(0));
    RunInfo resumed = run("one", 2, TestTrials.result(1));

    List<TrialResult> results = new ArrayList<>();
    RunReader reader = RunReader.open(location("one"), new Configuration());
    reader.forEachTrial(trial -> results.add(trial.result()));
    assertThat(results).containsExactly(TestTrials.result(0), TestTrials.result(1));
    assertThat(reader.info()).isEqualTo(resumed);
    assertThat(files("one"))
        .containsExactlyInAnyOrder(
            "curves.parquet",
            "pairs.csv",
            "run.json",
            "settings.csv",
            "summary.csv",
            "summary.json",
            "trials");
    try (RunFolder open = open("one", OnExisting.OVERWRITE);
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      writer.add(TestTrials.result(0));
    }
    assertThat(files("one")).containsExactly("trials");
  }

  @Test
  void leavesNoFolderThatItMadeForNothing() throws IOException {
    open("four/five", OnExisting.RESUME).close();
    assertThat(RunFiles.at(location(""), new Configuration()).exists("four")).isFalse();

    run("six", 1, TestTrials.result(0));
    open("six", OnExisting.OVERWRITE).close();
    assertThat(files("six")).contains("run.json", "trials");
  }

  @Test
  void isFreeAfterARunThatWasInterrupted() throws IOException {
    RunFolder folder = open("seven", OnExisting.RESUME);
    Thread.currentThread().interrupt();

    folder.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(RunFiles.at(location(""), new Configuration()).exists("seven")).isFalse();
  }

  @Test
  void refusesASecondRunOnTheFolder() throws IOException {
    try (RunFolder first = open("two", OnExisting.RESUME)) {
      assertThat(first.files().exists("trials")).isTrue();
      assertThatThrownBy(() -> open("two", OnExisting.RESUME))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("another run is writing to " + location("two") + " since 20");
    }
    open("two", OnExisting.RESUME).close();
  }

  @Test
  void givesTheLockOfADeadRunToOneOfManyWhoWait() throws Exception {
    RunFiles files = RunFiles.at(location("three"), new Configuration());
    files.write(".lock-000001", out -> out.write('x'));
    ExecutorService contenders = Executors.newFixedThreadPool(4);
    List<Future<RunLock>> outcomes = new ArrayList<>();
    Callable<RunLock> contend = () -> FilesOn.lease(files, HEARTBEAT, PATIENCE);
    for (int i = 0; i < 4; i++) {
      outcomes.add(contenders.submit(contend));
    }
    List<RunLock> winners = new ArrayList<>();
    for (Future<RunLock> outcome : outcomes) {
      try {
        winners.add(outcome.get());
      } catch (ExecutionException e) {
        assertThat(e.getCause())
            .isInstanceOf(StoreException.class)
            .hasMessageStartingWith("another run is writing to ");
      }
    }
    contenders.shutdown();

    assertThat(winners).hasSize(1);
    winners.get(0).check();
    winners.get(0).close();
    assertThat(files("three")).isEmpty();
  }
}
