package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bnsweep.store.RunInfo;
import org.bnsweep.submit.Script;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The default experiment under the BLAS kernels of other processors, as far as this one runs them.
 */
@Tag("heavy")
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@Timeout(900)
class KernelsIT {
  @TempDir Path folder;

  /** From the oldest to the newest, each with what a processor must have to run it. */
  private static Map<String, Set<String>> kernels() {
    Map<String, Set<String>> kernels = new LinkedHashMap<>();
    kernels.put("Prescott", Set.of("pni"));
    kernels.put("Nehalem", Set.of("sse4_2"));
    kernels.put("Sandybridge", Set.of("avx"));
    kernels.put("Haswell", Set.of("avx2", "fma"));
    kernels.put("Zen", Set.of("avx2", "fma"));
    kernels.put("SkylakeX", Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl"));
    kernels.put("Cooperlake", Set.of("avx512f", "avx512_bf16"));
    return kernels;
  }

  @Test
  void giveTheSameAccuraciesAndTheSameFingerprint() throws Exception {
    List<String> kernels = runnable();
    assumeThat(kernels).as("kernels that this processor can run").hasSizeGreaterThanOrEqualTo(3);
    Set<String> fingerprints = new TreeSet<>();
    Set<String> bits = new TreeSet<>();
    for (String kernel : kernels) {
      RunInfo info = run(kernel);
      assertThat(info.arithmetics()).singleElement().isNotNull();
      assertThat(info.arithmetics().get(0).arithmetic().kernel()).isEqualToIgnoringCase(kernel);
      fingerprints.add(info.fingerprint());
      bits.add(info.bits());
    }

    assertThat(fingerprints).hasSize(1);
    // Or the accuracies would prove nothing.
    assertThat(bits).hasSizeGreaterThan(1);
  }

  @Test
  void tellRoundingFromErrorWhenARunOfAnotherIsVerified() throws Exception {
    assumeThat(runnable()).as("kernels that this processor can run").contains("Haswell");
    String recorded = folder.resolve("Haswell").toString();
    run("Haswell");

    Script verify = local("Prescott", "verify", recorded, "--trials", "all");

    assertThat(verify.exitCode()).as(verify.out()).isZero();
    assertThat(verify.out())
        .contains("16 of 16 trials trained again: ", "equal but for rounding")
        .contains("OPENBLAS_CORETYPE=Haswell")
        .doesNotContain("differs");
  }

  private static List<String> runnable() throws IOException {
    String flags =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("flags"))
            .findFirst()
            .orElse("");
    Set<String> has = Set.copyOf(List.of(flags.replaceAll(".*:", "").strip().split("\\s+", -1)));
    List<String> runnable = new ArrayList<>();
    kernels()
        .forEach(
            (kernel, needs) -> {
              if (has.containsAll(needs)) {
                runnable.add(kernel);
              }
            });
    return runnable;
  }

  /** Trained by NumPy's numbers, too. */
  private RunInfo run(String kernel) throws Exception {
    String out = folder.resolve(kernel).toString();
    Script run = local(kernel, "run", ReferenceSweep.CONFIG, "--out", out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return ReferenceSweep.assertAccurate(out);
  }

  private Script local(String kernel, String... arguments) throws Exception {
    return Script.run(
        ReferenceSweep.HOME.resolve("submit/local.sh"),
        folder,
        Map.of("OPENBLAS_CORETYPE", kernel),
        arguments);
  }
}
