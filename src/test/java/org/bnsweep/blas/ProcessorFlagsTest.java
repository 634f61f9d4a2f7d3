package org.bnsweep.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorFlagsTest {
  @TempDir Path folder;

  @Test
  void readsThoseOfTheFirstProcessor() throws IOException {
    Path file = folder.resolve("cpuinfo");
    Files.writeString(
        file,
        """
        processor\t: 0
        model name\t: AMD EPYC
        flags\t\t: fpu sse avx2 sse
        bugs\t\t: sysret_ss_attrs

        processor\t: 1
        flags\t\t: fpu
        """);

    assertThat(ProcessorFlags.read(file).names()).containsExactlyInAnyOrder("fpu", "sse", "avx2");
  }

  @Test
  void hasNoneWhereTheSystemDoesNotTell() throws IOException {
    Path arm = Files.writeString(folder.resolve("arm"), "processor\t: 0\nFeatures\t: fp asimd\n");

    assertThat(ProcessorFlags.read(folder.resolve("missing")).names()).isEmpty();
    assertThat(ProcessorFlags.read(arm).names()).isEmpty();
  }
}
