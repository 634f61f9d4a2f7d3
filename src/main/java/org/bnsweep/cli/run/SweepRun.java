package org.bnsweep.cli.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.spark.api.java.JavaSparkContext;
import org.bnsweep.blas.NativesException;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.cli.terminal.Notices;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.cli.terminal.Progress;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.cli.terminal.Terminal;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.data.Dataset;
import org.bnsweep.report.Report;
import org.bnsweep.store.GridPart;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunDetails;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.table.Zstd;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.GridTrials;
import org.bnsweep.sweep.Shard;
import org.bnsweep.sweep.ShardTrials;
import org.bnsweep.sweep.Sweep;
import org.bnsweep.sweep.SweepPlan;
import org.bnsweep.sweep.TaskSizes;
import org.bnsweep.sweep.TrialIdentity;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.sweep.Trials;
import org.bnsweep.sweep.Workload;
import org.bnsweep.sweep.spark.MasterWords;
import org.bnsweep.sweep.spark.PairRunner;
import org.bnsweep.sweep.spark.RunningTasks;
import org.bnsweep.sweep.spark.SparkSource;
import org.bnsweep.sweep.spark.SparkSweep;
import org.bnsweep.sweep.spark.SweepException;
import org.bnsweep.watch.Step;

/**
 * One run of a configuration in a folder: load, train what is missing, write.
 *
 * <p>Everything that can be wrong with the input is found before anything is trained. Spark and the
 * native libraries load side by side with that.
 *
 * @param spark where it is trained, and how files are opened
 * @param runner what trains a trial
 * @param limits how long steps may last until they are named
 * @param shard the part of the grid that is trained
 * @param locking of the folder, where there is no lock
 */
public record SweepRun(
    RunConfig config,
    String location,
    OnExisting onExisting,
    SparkSource spark,
    Optional<Integer> trialsPerTask,
    TrialRunner runner,
    Serving serving,
    PrintWriter out,
    PrintWriter err,
    SlowSteps.Limits limits,
    Shard shard,
    Locking locking) {

  /** Runs to the end, or until the user ends it; the exit code. */
  public int call() {
    return Interruption.callUntilInterrupted(
        limits,
        notices(),
        "finished trials are in " + location + ", the same command goes on",
        (interruption, steps) ->
            run(interruption, steps).trials().failed() == 0 ? ExitCode.OK : ExitCode.FAILED);
  }

  /**
   * Runs to the end; what the run's manifest tells.
   *
   * @throws InterruptedException if this thread is interrupted; finished trials are kept
   */
  public RunInfo complete() throws InterruptedException {
    try (SlowSteps steps = new SlowSteps(limits, notices());
        Interruption interruption = new Interruption(steps)) {
      return run(interruption, steps);
    }
  }

  private RunInfo run(Interruption interruption, SlowSteps steps) throws InterruptedException {
    Instant started = Instant.now();
    TemporaryFolder.requireRoom();
    Dataset dataset =
        steps.get("reading the samples", () -> RunSamples.load(config, spark::hadoop, this::warn));
    GridPart part = new GridPart(shard, config.grid().size());
    if (!shard.isWhole()) {
      warn(part.words() + ": " + PlainText.count(shard.size(part.trials()), "trial"));
    }
    Trials trials = trials(dataset);
    try (RunFolder folder = steps.get("opening the run folder", this::open);
        SparkShutdown shutdown = new SparkShutdown(steps)) {
      Ledger ledger =
          steps.get(
              "opening the ledger", () -> folder.ledger(Provenance.of(dataset, config.epochs())));
      Trials missing =
          steps.get("reading the ledger", () -> ledger.remaining(trials, config.recordings()));
      long reused = trials.size() - missing.size();
      if (reused > 0) {
        warn(reused + " of " + trials.size() + " trials are in " + location + " already");
      }
      Lineage lineage = Lineage.of(part);
      steps.run(
          "opening the page",
          () -> serving.begin(config, lineage, dataset, trials, missing, ledger));
      String trainedOn = "";
      if (missing.size() > 0) {
        interruption.check();
        Sweep sweep = new Sweep(config.name(), dataset, config.epochs(), missing);
        trainedOn = train(sweep, ledger, shutdown, steps);
      }
      interruption.check();
      RunDetails details = details(started, reused, trainedOn, lineage, ClassCounts.of(dataset));
      RunInfo info = steps.get("writing the results", () -> folder.finish(ledger, trials, details));
      steps.run("drawing the report", this::draw);
      return info;
    }
  }

  private void draw() {
    FinishedRun finished = FinishedRun.open(location, spark.hadoop());
    serving.finished(finished);
    new RunOutput(finished, out).write();
  }

  private RunFolder open() {
    return RunFolder.open(location, spark.hadoop(), onExisting, locking, this::warn);
  }

  private void warn(String line) {
    notices().say(line);
  }

  private Notices notices() {
    return new Notices(err, Terminal.ofStderr());
  }

  private Trials trials(Dataset dataset) {
    Trials all =
        new GridTrials(config.grid(), new TrialIdentity(config.epochs(), dataset.checksum()));
    return shard.isWhole() ? all : new ShardTrials(all, shard);
  }

  private RunDetails details(
      Instant started, long reused, String trainedOn, Lineage lineage, ClassCounts classes) {
    return new RunDetails(
        config.name(),
        new ObjectMapper().valueToTree(config.shareableSettings()),
        Versions.all(),
        started,
        reused,
        config.recordings(),
        trainedOn,
        classes,
        lineage,
        Optional.empty());
  }

  /** Trains all; where, in words. */
  private String train(Sweep sweep, Ledger ledger, SparkShutdown shutdown, SlowSteps steps)
      throws InterruptedException {
    CompletableFuture<Void> natives =
        CompletableFuture.runAsync(
            () -> steps.run("loading the native libraries", () -> loadNatives(sweep.dataset())),
            task -> inThreadOfItsOwn("natives", task));
    Workload work = TimedTrial.workload(sweep.dataset(), sweep.epochs(), config.recordings());
    TaskSizes sizes = TaskCuts.of(work, sweep.trials(), trialsPerTask);
    JavaSparkContext context = steps.get("starting Spark", () -> startSpark(sweep, sizes));
    SweepPlan plan = sizes.of(sweep.trials().size(), context.defaultParallelism());
    try (LedgerWriter writer = ledger.writer();
        Progress progress =
            Progress.of(sweep.trials().size(), inFlight(plan), err, Terminal.ofStderr())) {
      serving.training(inFlight(plan));
      await(natives);
      IdleSlot idle =
          new IdleSlot(
              sweep.trials().size(),
              plan.slots(),
              () -> inThreadOfItsOwn("drawing", Report::prepare));
      try (Step results = steps.results(secondsPerTask(plan), () -> RunningTasks.words(context))) {
        new SparkSweep(context, runner)
            .train(
                sweep,
                sizes,
                result -> {
                  results.progress();
                  steps.run("recording a result", () -> writer.add(result));
                  progress.trialFinished(result);
                  idle.trialFinished();
                  serving.trialFinished(result);
                });
      }
      steps.run("writing the last trials", writer::close);
      return MasterWords.of(context);
    } finally {
      shutdown.begin(() -> spark.release(context));
    }
  }

  private static void await(CompletableFuture<Void> natives) {
    try {
      natives.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof NativesException cause ? cause : e;
    }
  }

  private static void loadNatives(Dataset dataset) {
    PairRunner.prepare(dataset);
    Zstd.load();
  }

  /**
   * Runs {@code task} with the class loader of the caller, which ND4J asks for its backend: under
   * spark-submit that one has the application, and the one of the common pool's threads has not.
   */
  private static void inThreadOfItsOwn(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private JavaSparkContext startSpark(Sweep sweep, TaskSizes sizes) {
    long trials = sweep.trials().size();
    int slots = SweepPlan.deservedSlots(trials, sizes.of(trials, 1).secondsPerTrial());
    try {
      return spark.context("bnsweep " + config.name(), slots);
    } catch (SweepException e) {
      throw new InputException(e.getMessage(), e);
    }
  }

  private static double secondsPerTask(SweepPlan plan) {
    return plan.trialsPerTask() * plan.secondsPerTrial();
  }

  private static long inFlight(SweepPlan plan) {
    return plan.slots() * plan.trialsPerTask();
  }
}
