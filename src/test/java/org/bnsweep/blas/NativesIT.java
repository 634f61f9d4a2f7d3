package org.bnsweep.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.nn.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The native libraries, each time in a process that has none yet. */
@DisabledOnOs(OS.WINDOWS)
class NativesIT {
  private static final Path SMALL_LIBRARY =
      Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("jaas"));

  @TempDir Path folder;

  /**
   * Loads the natives while libraries are loaded one after the other, as Hadoop's login, name
   * services and Netty do.
   */
  static final class BesideOtherLoads {
    private BesideOtherLoads() {}

    public static void main(String[] folder) throws IOException, InterruptedException {
      Thread natives = new Thread(() -> new Matrix(1, 1).close(), "natives");
      natives.setDaemon(true);
      natives.start();
      int loads = 0;
      while (natives.isAlive() && loads < 4000) {
        Path copy = Path.of(folder[0], System.mapLibraryName("copy" + loads++));
        Files.copy(SMALL_LIBRARY, copy);
        System.load(copy.toString());
      }
      natives.join();
      System.out.println("natives loaded beside others: " + (loads > 0));
    }
  }

  @Test
  void loadWhileOtherThreadsLoadLibraries() throws Exception {
    assumeThat(SMALL_LIBRARY).as("a small library of the JDK, to load copies of").exists();
    for (int i = 0; i < 2; i++) {
      Path copies = Files.createDirectory(folder.resolve("copies" + i));

      InAProcess process = InAProcess.run(BesideOtherLoads.class, copies.toString());

      assertThat(process.ended()).as("the natives hang, %s", process.output()).isTrue();
      assertThat(process.output()).containsExactly("natives loaded beside others: true");
    }
  }

  /** Names the kernel that runs if the library would have chosen one for older processors. */
  static final class Overruled {
    private Overruled() {}

    public static void main(String[] chosen) {
      OpenBlasFile file = OpenBlasFile.unpacked();
      OpenBlasFile.setEnvironment(OpenBlas.VARIABLE, chosen[0]);
      OpenBlas.overrule(file, ProcessorFlags.ofThisMachine(), System.out::println);
      System.out.println(file.kernel());
    }
  }

  @Test
  void areToldWhichKernelToUseWhereTheyChooseAnOlderOne() throws Exception {
    ProcessorFlags processor = ProcessorFlags.ofThisMachine();
    assumeThat(processor.has(Set.of("avx2", "fma"))).as("a processor with AVX2").isTrue();
    String best = processor.has(Set.of("avx512f", "avx512vl")) ? "SkylakeX" : "Haswell";

    InAProcess process = InAProcess.run(Overruled.class, "Barcelona");

    assertThat(process.output())
        .containsExactly(
            "bnsweep: OpenBLAS takes this processor for a Barcelona; told to use its kernel "
                + best,
            best);
  }

  /** Names the kernel that runs. */
  static final class Loaded {
    private Loaded() {}

    public static void main(String[] none) {
      System.out.println(OpenBlas.ofThisProcess().kernel());
      System.out.println(Arithmetic.ofThisProcess().id());
    }
  }

  @Test
  void useTheKernelThatTheUserChose() throws Exception {
    assumeThat(System.getProperty("os.arch")).as("a processor of x86").isEqualTo("amd64");

    InAProcess process =
        InAProcess.run(Loaded.class, Map.of(OpenBlas.VARIABLE, "Prescott"), List.of());

    assertThat(process.output().get(0)).isEqualTo("Prescott");
  }

  @Test
  void saySoWhereTheyComputeOtherwise() throws Exception {
    ProcessorFlags processor = ProcessorFlags.ofThisMachine();
    assumeThat(processor.has(Set.of("avx2", "fma"))).as("a processor with AVX2").isTrue();

    List<String> old =
        InAProcess.run(Loaded.class, Map.of(OpenBlas.VARIABLE, "Prescott"), List.of()).output();
    List<String> young =
        InAProcess.run(Loaded.class, Map.of(OpenBlas.VARIABLE, "Haswell"), List.of()).output();
    List<String> again =
        InAProcess.run(Loaded.class, Map.of(OpenBlas.VARIABLE, "Haswell"), List.of()).output();

    assertThat(young).isEqualTo(again);
    assertThat(young.get(1)).isNotEqualTo(old.get(1));
  }

  /** Takes 800 MB off-heap, in ten matrices. */
  static final class TooLarge {
    private TooLarge() {}

    public static void main(String[] none) {
      double[] values = new double[10_000_000];
      try {
        for (int i = 0; i < 10; i++) {
          new Matrix(1000, 10_000).put(values);
        }
        System.out.println("there was room");
      } catch (RuntimeException | OutOfMemoryError e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 'there was room'",
    "0, 600m, "
        + "'the process would need \\d+ MB, org.bytedeco.javacpp.maxphysicalbytes allows 600'",
    "200m, 0, 'arrays would need 228 MB, org.bytedeco.javacpp.maxbytes allows 200'"
  })
  void keepWithinTheMemoryThatTheyAreGiven(
      String maxBytes, String maxPhysicalBytes, String expected) throws Exception {
    InAProcess process =
        InAProcess.run(
            TooLarge.class,
            Map.of(),
            List.of(
                "-Xmx300m",
                "-Dorg.bytedeco.javacpp.maxbytes=" + maxBytes,
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=" + maxPhysicalBytes));

    assertThat(process.output()).singleElement().asString().matches(expected);
  }

  /** Takes 800 MB off-heap, 80 at a time, and forgets each. */
  static final class Forgotten {
    private Forgotten() {}

    public static void main(String[] none) throws InterruptedException {
      for (int i = 0; i < 10; i++) {
        boolean taken = false;
        for (int attempt = 0; !taken; attempt++) {
          try {
            new Matrix(1000, 10_000).put(new double[10_000_000]);
            taken = true;
          } catch (OutOfMemoryError e) {
            if (attempt == 100) {
              throw e;
            }
            System.gc();
            Thread.sleep(20);
          }
        }
      }
      System.out.println("there was room");
    }
  }

  @Test
  void countNoMatrixThatTheCollectorHasFound() throws Exception {
    InAProcess process =
        InAProcess.run(
            Forgotten.class, Map.of(), List.of("-Xmx300m", "-Dorg.bytedeco.javacpp.maxbytes=200m"));

    assertThat(process.output()).containsExactly("there was room");
  }

  /** Says what is said when a matrix cannot be made, twice. */
  static final class AMatrix {
    private AMatrix() {}

    public static void main(String[] none) {
      for (int i = 0; i < 2; i++) {
        try {
          new Matrix(1, 1).close();
          System.out.println("made");
        } catch (NativesException e) {
          System.out.println(e.getMessage());
        }
      }
    }
  }

  private static List<String> aMatrix(Path cache) throws Exception {
    return InAProcess.run(
            AMatrix.class, Map.of(), List.of("-D" + NativesFolder.SETTING + "=" + cache))
        .output();
  }

  private static final String ADVICE =
      "; -Dorg.bytedeco.javacpp.cachedir=DIR names another folder, on a disk with 430 MB that"
          + " programs may run from";

  @Test
  void areNotLoadedFromAFolderThatOthersMayWriteTo() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(aMatrix(folder))
        .hasSize(2)
        .containsOnly(
            "native libraries are not loaded from "
                + folder
                + ": others may write to it, must be its owner alone"
                + ADVICE);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void sayWhereTheyCannotBeUnpackedAndWhatMovesThem() throws Exception {
    // What JavaCPP would make folders of are files.
    Path cache = Files.createDirectory(folder.resolve("cache"));
    for (Path jar : jarsOf("jna", "openblas", "bnsweep")) {
      Files.createFile(cache.resolve(jar.getFileName()));
    }

    List<String> said = aMatrix(cache);

    assertThat(said).hasSize(2);
    assertThat(said.get(0))
        .startsWith("native libraries cannot be loaded from " + cache)
        .endsWith(ADVICE)
        .isEqualTo(said.get(1));
  }

  private static List<Path> jarsOf(String... names) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> Arrays.stream(names).anyMatch(jar.getFileName().toString()::startsWith))
        .toList();
  }

  @Test
  void takeTheSpaceThatMessagesSay() throws Exception {
    Path cache = Files.createDirectory(folder.resolve("cache"));

    assertThat(aMatrix(cache)).containsOnly("made");

    try (Stream<Path> files = Files.walk(cache)) {
      long bytes =
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .mapToLong(file -> file.toFile().length())
              .sum();
      // A twentieth more than in the one jar, as the class path of tests is.
      assertThat(bytes / 1_000_000).isBetween(300L, NativesFolder.MEGABYTES * 11L / 10);
    }
  }
}
