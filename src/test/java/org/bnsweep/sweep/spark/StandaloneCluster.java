package org.bnsweep.sweep.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A cluster of submit/standalone.sh, with drivers in this process and executors of its own. */
final class StandaloneCluster {
  private static final Path HOME = Path.of(System.getProperty("bnsweep.home", "."));

  private final int port;
  private final String url;

  StandaloneCluster(int workers) throws IOException, InterruptedException {
    port = freePort();
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

  /** A driver in this process; its executors load the classes of this build from their folders. */
  JavaSparkContext connect(Map<String, String> settings) throws IOException {
    Properties secret = new Properties();
    try (var lines = Files.newBufferedReader(state().resolve("secret.conf"))) {
      secret.load(lines);
    }
    SparkConf conf =
        new SparkConf()
            .setMaster(url)
            .setAppName("faults")
            .set("spark.executor.memory", "512m")
            .set("spark.task.maxFailures", "8")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            // The first task starts when both executors are there.
            .set("spark.cores.max", "2")
            .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
            .set(
                "spark.executor.extraClassPath",
                HOME.resolve("target/classes").toAbsolutePath()
                    + ":"
                    + HOME.resolve("target/test-classes").toAbsolutePath());
    secret.stringPropertyNames().forEach(key -> conf.set(key, secret.getProperty(key)));
    settings.forEach(conf::set);
    return new JavaSparkContext(conf);
  }

  List<String> status() throws IOException, InterruptedException {
    return submit("status", "--port", "" + port);
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
    if (!process.waitFor(300, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(command + " failed: " + Files.readString(out));
    }
    List<String> lines = Files.readAllLines(out);
    Files.delete(out);
    return lines;
  }

  /** A port that is free now, and so is the one 1000 above, of the master's web page. */
  private static int freePort() {
    int port = 20_000 + (int) (ProcessHandle.current().pid() % 10_000);
    while (!isFree(port) || !isFree(port + 1000)) {
      port++;
    }
    return port;
  }

  private static boolean isFree(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
