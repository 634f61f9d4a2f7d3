package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How submit/local.sh prepares its archive of classes, and how that may fail. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ClassArchiveTest {
  private static final String PREPARING =
      "bnsweep: preparing bnsweep-17.0.9.jsa in target/ for faster starts ...\n";

  @TempDir Path folder;
  private StubCheckout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = StubCheckout.at(folder.resolve("clone"), folder.resolve("jdk"));
    Files.delete(checkout.archive());
  }

  /** What java does when it is to make the archive, whose path is in {@code $archive}. */
  private void preparing(String script) throws Exception {
    checkout.java(
        """
        for argument; do
          case $argument in
            -XX:ArchiveClassesAtExit=*)
              archive=${argument#*=}
              %s
              exit ;;
          esac
        done
        echo started"""
            .formatted(script));
  }

  private Script run() throws Exception {
    return checkout.run(Map.of(), "local.sh", "plan");
  }

  private void assertStarted(Script run, String err) throws Exception {
    assertThat(run.err()).isEqualTo(err);
    assertThat(run.out()).isEqualTo("started\n");
    assertThat(run.exitCode()).isZero();
    assertThat(checkout.preparations()).isEmpty();
  }

  @Test
  void isPreparedOnceOnTheFileSystemItIsFor() throws Exception {
    preparing("echo \"$archive\" >\"$archive\"");

    assertStarted(run(), PREPARING);
    assertStarted(run(), "");

    assertThat(checkout.archive())
        .content()
        .startsWith(checkout.home().resolve("target").toRealPath() + "/preparing-");
  }

  @ParameterizedTest
  @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
  void anInterruptedPreparationLeavesNothing(String signal, int exitCode) throws Exception {
    assumeTrue(
        new ProcessBuilder("bash", "-c", "trap 'exit 7' $0; kill -$0 $$; exit 0", signal)
                .start()
                .waitFor()
            == 7,
        "SIG" + signal + " is ignored here, and what is ignored stays so");
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path started = folder.resolve("started");
    preparing("touch \"$archive\"; echo $$ >'" + started + "'; exec sleep 50");
    ProcessBuilder builder =
        new ProcessBuilder(checkout.home().resolve("submit/local.sh").toString(), "plan")
            .redirectOutput(new File("/dev/null"))
            .redirectError(folder.resolve("err").toFile());
    builder.environment().putAll(checkout.with(Map.of("TMPDIR", temporary.toString())));
    Process script = builder.start();
    while (!Files.exists(started) || Files.size(started) == 0) {
      Thread.sleep(20);
    }

    kill(signal, script.pid());

    assertThat(script.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(script.exitValue()).isEqualTo(exitCode);
    assertThat(folder.resolve("err")).hasContent(PREPARING);
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(started).strip()))).isEmpty();
    assertThat(checkout.preparations()).isEmpty();
    assertThat(checkout.archive()).doesNotExist();
    assertThat(temporary).isEmptyDirectory();
  }

  private static void kill(String signal, long process) throws Exception {
    assertThat(
            new ProcessBuilder("bash", "-c", "kill -" + signal + " " + process).start().waitFor())
        .isZero();
  }

  @Test
  void whatAKilledPreparationLeftIsRemovedByTheNext() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path target = checkout.home().resolve("target");
    Path living = target.resolve("preparing-1-" + ProcessHandle.current().pid());
    StubCheckout.write(target.resolve("preparing-1-" + ended.pid() + "/bnsweep.jsa"), "half");
    StubCheckout.write(living.resolve("bnsweep.jsa"), "half");
    preparing("echo classes >\"$archive\"");

    assertThat(run().err()).isEqualTo(PREPARING);

    assertThat(checkout.preparations()).containsExactly(living);
    assertThat(checkout.archive()).hasContent("classes");
  }

  @Test
  void oneThatBrokeOffIsNotUsedNorTriedAgainBeforeTheNextBuild() throws Exception {
    preparing("echo half >\"$archive\"; exit 1");

    assertStarted(run(), PREPARING);
    assertStarted(run(), "");

    assertThat(checkout.archive()).isEmptyFile();
  }

  @Test
  void aJavaThatMakesNoneIsNoFailure() throws Exception {
    preparing("exit 0");

    assertStarted(run(), PREPARING);
    assertStarted(run(), "");
  }

  @Test
  void aFolderThatTakesNoMoreFilesIsNoFailure() throws Exception {
    preparing("chmod a-w \"${archive%/*/*}\"; echo classes >\"$archive\"");
    Path target = checkout.home().resolve("target");
    Files.createDirectory(folder.resolve("user"));
    Script run = run();
    boolean bound = !Files.isWritable(target);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    assumeTrue(bound, "this user may write anywhere");

    assertThat(run.out()).as(run.err()).isEqualTo("started\n");
    assertThat(run.err()).isEqualTo(PREPARING);
    assertThat(checkout.archive()).doesNotExist();
  }
}
