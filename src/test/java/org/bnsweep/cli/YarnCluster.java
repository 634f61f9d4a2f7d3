package org.bnsweep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/** YARN with two node managers, and HDFS, all of them in this process. */
final class YarnCluster {
  private final Path folder;
  private final MiniDFSCluster files;
  private final MiniYARNCluster yarn;

  /** Starts one that keeps its files in {@code folder}. */
  YarnCluster(Path folder) throws IOException {
    this.folder = folder;
    Configuration hdfs = new Configuration();
    hdfs.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    files = new MiniDFSCluster.Builder(hdfs).numDataNodes(1).build();

    Configuration settings = new YarnConfiguration();
    settings.set("fs.defaultFS", files.getURI().toString());
    settings.set("yarn.scheduler.capacity.root.queues", "default");
    settings.set("yarn.scheduler.capacity.root.default.capacity", "100");
    // All three containers of a run fit, the application master's among them.
    settings.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1");
    // A JVM asks for far more addresses than memory; clusters with Spark have this off.
    settings.setBoolean("yarn.nodemanager.vmem-check-enabled", false);
    System.setProperty("test.build.data", folder.resolve("yarn").toString());
    yarn = new MiniYARNCluster("yarn", 2, 1, 1);
    yarn.init(settings);
    yarn.start();
    Files.createDirectories(settings());
    for (String name : new String[] {"core-site.xml", "yarn-site.xml"}) {
      try (OutputStream out = Files.newOutputStream(settings().resolve(name))) {
        yarn.getConfig().writeXml(out);
      }
    }
  }

  /** The folder that is to be {@code HADOOP_CONF_DIR}. */
  Path settings() {
    return folder.resolve("conf");
  }

  /** The address of {@code path} on its HDFS. */
  String at(String path) {
    return files.getURI() + "/" + path;
  }

  /** Parts that the ledger of the run in {@code folder} has so far. */
  int committed(String folder) throws IOException {
    org.apache.hadoop.fs.Path trials = new org.apache.hadoop.fs.Path(at(folder + "/trials"));
    if (!files.getFileSystem().exists(trials)) {
      return 0;
    }
    return (int)
        Arrays.stream(files.getFileSystem().listStatus(trials))
            .filter(part -> part.getPath().getName().endsWith(".parquet"))
            .count();
  }

  /** Kills the process of the application master that runs. */
  void killApplicationMaster() {
    ProcessHandle.allProcesses()
        .filter(process -> isApplicationMaster(process.info().commandLine().orElse("")))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** Its own JVM, not the shell that YARN starts it with. */
  private boolean isApplicationMaster(String command) {
    return command.contains("/bin/java ")
        && !command.contains("bash")
        && command.contains(folder.toString())
        && command.contains("org.apache.spark.deploy.yarn.ApplicationMaster");
  }

  void stop() {
    yarn.stop();
    files.shutdown(true);
  }
}
