package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bnsweep.ClusterPort;
import org.bnsweep.submit.MasterPage;
import org.bnsweep.submit.Script;

/**
 * A Spark of some version from Maven's jars, laid out as an installation's: {@code home/jars}.
 *
 * @param home what {@code SPARK_HOME} is to be
 * @param scala its binary version
 * @param hadoop the folder of the settings of the Hadoop cluster that it is to be used with
 */
record SparkRuntime(Path home, String scala, Optional<Path> hadoop) {
  private static final Path PROJECT = ReferenceSweep.HOME;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** The one of {@code version}, resolved by the Maven that runs these tests if it is not there. */
  static SparkRuntime of(String version, String scala) throws IOException, InterruptedException {
    Path jars =
        MavenJars.of("pom.xml", version + "-" + scala, "-Dspark=" + version, "-Dscala=" + scala);
    return new SparkRuntime(jars.getParent(), scala, Optional.empty());
  }

  /** The same, for the cluster that the settings in {@code folder} are of. */
  SparkRuntime withHadoop(Path folder) {
    return new SparkRuntime(home, scala, Optional.of(folder));
  }

  /** The application's jar, run by spark-submit to its end. */
  Script submit(Path folder, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(options);
    words.addAll(List.of("--class", "org.bnsweep.cli.Main"));
    words.add(PROJECT.resolve("target/bnsweep.jar").toString());
    words.addAll(arguments);
    return sparkSubmit(folder, words);
  }

  /** {@code spark-submit} with {@code words}, to its end. */
  Script sparkSubmit(Path folder, List<String> words) throws IOException, InterruptedException {
    List<String> command = sparkSubmit(words);
    return Script.run(
        JAVA, folder, environment(), command.subList(1, command.size()).toArray(String[]::new));
  }

  /** The same as a process that goes on, with what it says in {@code log}. */
  Process startSparkSubmit(Path folder, List<String> words, Path log) throws IOException {
    return start(folder, log, sparkSubmit(words));
  }

  private List<String> sparkSubmit(List<String> words) {
    List<String> command =
        java(
            "-Xmx512m",
            "-Dlog4j2.configurationFile=" + PROJECT.resolve("conf/log4j2.properties"),
            "org.apache.spark.deploy.SparkSubmit");
    command.addAll(words);
    return command;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_SCALA_VERSION", scala);
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("OMP_NUM_THREADS", "1");
    hadoop.ifPresent(folder -> environment.put("HADOOP_CONF_DIR", folder.toString()));
    return environment;
  }

  /** A command for a class of Spark's; {@code options} end with it. */
  private List<String> java(String... options) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.add("@" + PROJECT.resolve("target/spark/java.options"));
    String jars = home.resolve("jars") + "/*";
    command.addAll(List.of("-cp", hadoop.map(folder -> folder + ":" + jars).orElse(jars)));
    command.addAll(List.of(options));
    return command;
  }

  /** A standalone cluster of this version: a master and a worker of two cores, on loopback. */
  Cluster startCluster(Path folder) throws IOException, InterruptedException {
    int port = ClusterPort.reserve(PROJECT);
    String url = "spark://127.0.0.1:" + port;
    List<Process> processes = new ArrayList<>();
    Cluster cluster = new Cluster(url, processes);
    try {
      processes.add(
          start(
              folder,
              folder.resolve("master.log"),
              java(
                  "-Xmx256m",
                  "org.apache.spark.deploy.master.Master",
                  "--host",
                  "127.0.0.1",
                  "--port",
                  "" + port,
                  "--webui-port",
                  "" + (port + 1000))));
      MasterPage master = new MasterPage(port + 1000);
      cluster.await(() -> master.status().has("workers"));
      processes.add(
          start(
              folder,
              folder.resolve("worker.log"),
              java(
                  "-Xmx256m",
                  "org.apache.spark.deploy.worker.Worker",
                  "--host",
                  "127.0.0.1",
                  "--webui-port",
                  "0",
                  "--cores",
                  "2",
                  "--memory",
                  "2g",
                  "--work-dir",
                  folder.resolve("work").toString(),
                  url)));
      cluster.await(() -> master.aliveWorkers() == 1);
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.stop();
      throw e;
    }
  }

  private Process start(Path folder, Path log, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment());
    return builder.start();
  }

  /**
   * A cluster, until it is stopped.
   *
   * @param url of the master
   */
  record Cluster(String url, List<Process> processes) {

    private void await(BooleanSupplier condition) throws InterruptedException {
      while (!condition.getAsBoolean()) {
        assertThat(processes).allMatch(Process::isAlive);
        Thread.sleep(100);
      }
    }

    void stop() throws InterruptedException {
      for (Process process : processes) {
        process.destroy();
      }
      for (Process process : processes) {
        process.waitFor();
      }
    }
  }
}
