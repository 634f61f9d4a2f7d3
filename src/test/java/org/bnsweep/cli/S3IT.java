package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.util.VersionInfo;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Samples;
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

/** Runs with their configuration, their samples and their folder on {@code s3a://}. */
@Tag("heavy")
@Timeout(600)
class S3IT {
  private static final String LOCK = ".lock-000001";

  @TempDir static Path temporary;

  private static S3Server server;
  private static SampleFiles digits;
  private static Path client;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    client = S3Server.client();
    server = S3Server.start(temporary);
    for (String part : List.of("train-images-idx3", "train-labels-idx1")) {
      String name = part + "-ubyte.gz";
      try (InputStream in = SampleSource.class.getResourceAsStream("/org/bnsweep/data/" + name)) {
        server.put("mnist/" + name, Objects.requireNonNull(in).readAllBytes());
      }
    }
    digits = new SampleFiles(temporary, 1000);
    server.put("digits.parquet", Files.readAllBytes(digits.parquet()));
    server.put("conf.yaml", Files.readAllBytes(Path.of(ReferenceSweep.CONFIG)));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server != null) {
      server.stop();
    }
  }

  private static ProgramProcess run(List<String> options, String folder, String... more)
      throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", "s3a://bucket/conf.yaml", "--out", "s3a://bucket/" + folder));
    arguments.addAll(List.of("--master", "local[1]", "--trials-per-task", "1"));
    arguments.addAll(List.of("--set", "data.source=s3a://bucket/mnist"));
    arguments.addAll(server.settings());
    arguments.addAll(List.of(more));
    ProgramProcess run = ProgramProcess.withJars(client, options, arguments);
    assertThat(String.join("\n", run.err())).doesNotContain(S3Server.KEY, S3Server.SECRET);
    return run;
  }

  private static void assertOk(ProgramProcess run) {
    assertThat(run.err()).allMatch(line -> line.startsWith("bnsweep: "), "is our own");
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void losesNothingWhereverInACommitTheDriverIsKilled() throws Exception {
    for (String step : List.of("renamed", "written", "closed")) {
      ProgramProcess killed = run(List.of("-Dbnsweep.crash=" + step), "run");

      assertThat(killed.exitCode()).as(killed.err().toString()).isEqualTo(137);
      assertThat(server.keys("run/")).hasSize(2).contains(LOCK);
      assertThat(server.keys("run/trials/"))
          .hasSize(1)
          .allMatch(name -> name.startsWith("part-000001-"), "was committed first");
      if (!step.equals("closed")) {
        // As if nobody had come for 20 s; the last one waits for them.
        server.delete("run/" + LOCK);
      }
    }

    assertOk(run(List.of(), "run"));

    List<String> keys = server.keys("run/");
    assertThat(keys)
        .contains("report.html", "curves.parquet", "accuracy.png", "run.json")
        .noneMatch(key -> key.contains("/.") || key.startsWith("."));
    List<String> puts = new ArrayList<>(server.requests("PUT", "run/"));
    puts.removeIf(key -> key.startsWith(".lock-"));
    assertThat(puts).as("one PUT each").containsExactlyInAnyOrderElementsOf(keys);
    Path copy = temporary.resolve("copy");
    for (String key : keys) {
      byte[] content = server.get("run/" + key);
      assertThat(new String(content, StandardCharsets.ISO_8859_1))
          .as(key)
          .doesNotContain(S3Server.KEY, S3Server.SECRET);
      Files.createDirectories(copy.resolve(key).getParent());
      Files.write(copy.resolve(key), content);
    }
    assertThat(ReferenceSweep.assertReached(copy.toString()).trials().reused()).isBetween(1L, 15L);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void isRefusedWithoutConditionalWritesUnlessNobodyIsToBeKeptOut() throws Exception {
    String unconditional = "fs.s3a.create.conditional.enabled=false";
    ProgramProcess refused = run(List.of(), "bare", "--conf", unconditional);

    assertThat(refused.err())
        .containsExactly(
            "bnsweep: cannot lock the run folder s3a://bucket/bare: the store has no conditional"
                + " writes, as far as Hadoop "
                + VersionInfo.getVersion()
                + " and its settings know them; see to it that no other run writes there, and give"
                + " --no-lock");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(server.keys("bare/")).isEmpty();

    ProgramProcess bare =
        run(
            List.of(),
            "bare",
            "--conf",
            unconditional,
            "--no-lock",
            "--set",
            "where=[weight_scale > 0.1]",
            "--set",
            "data.source=s3a://bucket/digits.parquet");

    assertOk(bare);
    assertThat(bare.err())
        .contains(
            "bnsweep: s3a://bucket/bare is not locked; see to it that no other run writes there"
                + " meanwhile");
    assertThat(new String(server.get("bare/run.json"), StandardCharsets.UTF_8))
        .as("the digits, read from the end of the file")
        .contains(Dataset.of(digits.digits(), Samples.none(784, 10)).checksum());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void namesNoLogin() throws Exception {
    ProgramProcess refused =
        ProgramProcess.withJars(
            client,
            List.of(),
            List.of("report", "s3a://" + S3Server.KEY + ":" + S3Server.SECRET + "@bucket/run"));

    assertThat(refused.exitCode()).as(refused.err().toString()).isNotZero();
    assertThat(String.join("\n", refused.err()))
        .doesNotContain(S3Server.KEY, S3Server.SECRET)
        .contains("s3a://...@bucket/run");
  }
}
