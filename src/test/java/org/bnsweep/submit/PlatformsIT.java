package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The application built for other platforms than this one: that its natives are there, no more. */
@Tag("heavy")
@Timeout(900)
class PlatformsIT {
  private static final Path HOME = Path.of(System.getProperty("bnsweep.home"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "linux-x86_64, libopenblas.so.0, libnd4jcpu.so, linux-x86-64/libjnidispatch.so",
    "linux-arm64, libopenblas.so.0, libnd4jcpu.so, linux-aarch64/libjnidispatch.so",
    "macosx-arm64, libopenblas.0.dylib, libnd4jcpu.dylib, darwin-aarch64/libjnidispatch.jnilib",
    "windows-x86_64, libopenblas.dll, libnd4jcpu.dll, win32-x86-64/jnidispatch.dll"
  })
  void haveTheirNativesInTheJarOnceAndNoOthers(
      String platform, String openblas, String nd4j, String jna) throws Exception {
    // The host's was built a moment ago, by the build that runs this test.
    Path application =
        platform.equals(Loader.getPlatform())
            ? HOME.resolve("target/bnsweep.jar")
            : built(platform);
    List<String> entries;
    try (JarFile jar = new JarFile(application.toFile())) {
      entries = jar.stream().map(ZipEntry::getName).toList();
    }
    assertThat(entries)
        .contains(
            "org/bytedeco/openblas/" + platform + "/" + openblas,
            "org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + "/" + nd4j,
            "com/sun/jna/" + jna)
        .doesNotHaveDuplicates();
    assertThat(platforms(entries)).containsExactly(platform);
  }

  private Path built(String platform) throws IOException, InterruptedException {
    Path maven = Path.of(System.getProperty("maven.home", "missing"), "bin", "mvn");
    assumeThat(maven).as("Maven, as it runs these tests").exists();

    Script build =
        Script.run(
            maven,
            HOME,
            Map.of(),
            "-q",
            "-B",
            "-ntp",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true",
            "-Djavacpp.platform=" + platform,
            "-Dtarget.folder=" + folder,
            "package");

    assertThat(build.exitCode()).as(build.out()).isZero();
    return folder.resolve("bnsweep.jar");
  }

  private static Set<String> platforms(List<String> entries) {
    return entries.stream()
        .filter(name -> name.matches("org/bytedeco/[a-z]+/[a-z]+-[a-z0-9_]+/.+"))
        .map(name -> Path.of(name).getParent().getFileName().toString())
        .collect(Collectors.toSet());
  }
}
