package org.bnsweep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bnsweep.ClusterPort;
import org.bnsweep.submit.MasterPage;

/** A cluster of submit/standalone.sh for drivers in this process. */
final class StandaloneCluster {
  private static final Path HOME = Path.of(System.getProperty("bnsweep.home", "."));

  private final int workers;
  private final int port;
  private final String url;
  private final List<Worker> stopped = new ArrayList<>();

  StandaloneCluster(int workers) throws IOException, InterruptedException {
    this.workers = workers;
    port = ClusterPort.reserve(HOME);
    List<String> lines =
        submit("start", Integer.toString(workers), "--cores", "1", "--port", "" + port);
    url = lines.get(lines.size() - 1);
  }

  String url() {
    return url;
  }

  /** Process id of worker {@code i}, from 1. */
  long worker(int i) throws IOException {
    return Long.parseLong(Files.readString(state().resolve("worker-" + i + ".pid")).strip());
  }

  Path state() {
    return HOME.resolve("target/standalone/" + port).toAbsolutePath();
  }

  /**
   * Properties of this JVM with which a sweep in it runs on this cluster: those that
   * submit/cluster.sh gives, executors with the application from its jar and test classes.
   */
  Map<String, String> settings() throws IOException {
    Properties properties = new Properties();
    try (var lines = Files.newBufferedReader(state().resolve("submit.conf"))) {
      properties.load(lines);
    }
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.driver.host", "127.0.0.1");
    // The first task starts when both executors are there.
    settings.put("spark.cores.max", "2");
    settings.put("spark.scheduler.minRegisteredResourcesRatio", "1.0");
    settings.put("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s");
    Path target = HOME.resolve("target").toAbsolutePath();
    settings.put(
        "spark.executor.extraClassPath",
        target.resolve("test-classes") + ":" + target.resolve("bnsweep.jar"));
    return settings;
  }

  /** The worker that started the executor {@code process}, from 1. */
  int workerOf(long process) throws IOException {
    long parent = ProcessHandle.of(process).flatMap(ProcessHandle::parent).orElseThrow().pid();
    int i = 1;
    while (worker(i) != parent) {
      i++;
    }
    return i;
  }

  /** Ends worker {@code i} as its host's shutdown would; its executors end with it. */
  synchronized void stopWorker(int i) throws IOException, InterruptedException {
    ProcessHandle process = ProcessHandle.of(worker(i)).orElseThrow();
    stopped.add(new Worker(i, command(process)));
    process.destroy();
    awaitEnd(process);
  }

  /**
   * SIGKILL for both workers at once. A worker that has time to shut down may be told to start one
   * more executor, which then outlives it.
   */
  synchronized void killBothWorkers() throws IOException, InterruptedException {
    ProcessHandle first = ProcessHandle.of(worker(1)).orElseThrow();
    ProcessHandle second = ProcessHandle.of(worker(2)).orElseThrow();
    stopped.add(new Worker(1, command(first)));
    stopped.add(new Worker(2, command(second)));
    first.destroyForcibly();
    second.destroyForcibly();
    awaitEnd(first);
    awaitEnd(second);
  }

  private static List<String> command(ProcessHandle process) {
    List<String> command = new ArrayList<>(List.of(process.info().command().orElseThrow()));
    command.addAll(List.of(process.info().arguments().orElseThrow()));
    return command;
  }

  static void awaitEnd(ProcessHandle process) throws InterruptedException {
    while (process.isAlive()) {
      Thread.sleep(20);
    }
  }

  /** A worker that was stopped, and the command that starts it again. */
  private record Worker(int number, List<String> command) {}

  /** Starts one of the workers that were stopped. */
  synchronized void restartOne() throws IOException {
    restart(stopped.remove(0));
  }

  /** Starts the workers that are still stopped, and waits until the master has all of them. */
  synchronized void restore() throws IOException, InterruptedException {
    while (!stopped.isEmpty()) {
      restartOne();
    }
    MasterPage master = new MasterPage(port + 1000);
    while (master.aliveWorkers() != workers) {
      Thread.sleep(100);
    }
  }

  private void restart(Worker worker) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(worker.command())
            .redirectErrorStream(true)
            .redirectOutput(state().resolve("worker-" + worker.number() + "-again.log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", HOME.resolve("target/spark").toAbsolutePath().toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_CONF_DIR", state().toString(),
                "SPARK_LOCAL_IP", "127.0.0.1",
                "OMP_NUM_THREADS", "1"));
    long id = builder.start().pid();
    Files.writeString(state().resolve("worker-" + worker.number() + ".pid"), id + "\n");
  }

  /** Ends what the constructor started. */
  void stop() throws IOException, InterruptedException {
    submit("stop", "--port", "" + port);
  }

  /** What {@code submit/standalone.sh} prints to stdout. */
  private static List<String> submit(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(HOME.resolve("submit/standalone.sh").toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("standalone", ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      if (!process.waitFor(300, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(command + " failed: " + Files.readString(out));
      }
      return Files.readAllLines(out);
    } finally {
      // Lets it stop what it has started.
      process.destroy();
      Files.delete(out);
    }
  }
}
