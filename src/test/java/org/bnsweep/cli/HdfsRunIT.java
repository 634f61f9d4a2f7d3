package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.source.SampleFiles;
import org.bnsweep.data.source.SampleSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs with their configuration, their samples and their folder on HDFS. Each is a process of its
 * own, and most of the time they wait for a dead driver's lock: so the tests run side by side.
 */
@Tag("cluster")
@Timeout(600)
class HdfsRunIT {
  @TempDir static Path temporary;

  private static MiniDFSCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, temporary.toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    for (String part : List.of("train-images-idx3", "train-labels-idx1")) {
      String name = part + "-ubyte.gz";
      try (InputStream in = SampleSource.class.getResourceAsStream("/org/bnsweep/data/" + name);
          OutputStream out = files().create(at("mnist/" + name))) {
        assertThat(in).isNotNull();
        in.transferTo(out);
      }
    }
    files()
        .copyFromLocalFile(new org.apache.hadoop.fs.Path(ReferenceSweep.CONFIG), at("conf.yaml"));
  }

  @AfterAll
  static void stop() {
    cluster.shutdown(true);
  }

  private static DistributedFileSystem files() throws IOException {
    return cluster.getFileSystem();
  }

  private static org.apache.hadoop.fs.Path at(String name) {
    return new org.apache.hadoop.fs.Path(cluster.getURI() + "/" + name);
  }

  private static List<String> arguments(String folder, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", at("conf.yaml").toString(), "--out", at(folder).toString()));
    arguments.addAll(List.of("--master", "local[1]", "--trials-per-task", "1"));
    arguments.addAll(List.of("--set", "data.source=" + at("mnist")));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static void run(String folder, String... more) throws Exception {
    ProgramProcess run = ProgramProcess.run(List.of(), arguments(folder, more));
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
  }

  private static List<String> names(String folder) throws IOException {
    return Arrays.stream(files().listStatus(at(folder)))
        .map(FileStatus::getPath)
        .map(org.apache.hadoop.fs.Path::getName)
        .toList();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void everyFormatOfSamplesIsRead(@TempDir Path folder) throws IOException {
    SampleFiles digits = new SampleFiles(folder, 100);

    for (Path file : List.of(digits.csv(), digits.npz(), digits.libsvm(), digits.parquet())) {
      String name = file.getFileName().toString();
      files().copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toString()), at(name));

      assertThat(checksum(at(name).toString())).as(name).isEqualTo(checksum(file.toString()));
    }
  }

  private static String checksum(String source) {
    return SampleSource.load(new DataSettings(source, 100, 0), Configuration::new).checksum();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aDriverKilledInTheMiddleOfACommitLosesNothingCommitted() throws Exception {
    run("crash", "--set", "where=[weight_scale > 0.1]");

    ProgramProcess killed =
        ProgramProcess.run(List.of("-Dbnsweep.crash=closed"), arguments("crash"));

    assertThat(killed.exitCode()).as(killed.err().toString()).isEqualTo(137);
    assertThat(names("crash")).anyMatch(name -> name.startsWith(".lock-"));
    assertThat(names("crash/trials")).anyMatch(name -> name.endsWith(".tmp"));
    run("crash");
    assertThat(ReferenceSweep.assertReached(at("crash").toString()).trials().reused()).isEqualTo(4);
    assertThat(names("crash"))
        .contains("report.html", "curves.parquet", "accuracy.png")
        .noneMatch(name -> name.startsWith("."));
    assertThat(names("crash/trials")).noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aDriverKilledWhileTrialsRunIsResumed() throws Exception {
    ProgramProcess killed =
        ProgramProcess.signalled(
            arguments("killed", "--set", "seed={range: [0, 100]}"),
            "KILL",
            err ->
                files().exists(at("killed/trials"))
                    && names("killed/trials").stream().anyMatch(name -> name.startsWith("part-")));

    assertThat(killed.exitCode()).as(killed.err().toString()).isEqualTo(137);
    run("killed");
    assertThat(ReferenceSweep.assertReached(at("killed").toString()).trials().reused()).isOne();
  }
}
