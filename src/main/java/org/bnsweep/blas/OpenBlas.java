package org.bnsweep.blas;

import java.util.function.Consumer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/**
 * OpenBLAS in this process, with ND4J on top; loaded once, by the first who asks.
 *
 * <p>OpenBLAS chooses its kernel when it loads, by what it knows of processors. Where this one can
 * do more ({@link KernelChoice}), the choice is made for it, before JavaCPP loads it; what the user
 * set in {@code OPENBLAS_CORETYPE} stays.
 *
 * @param kernel the name of the kernel that runs, {@code SkylakeX}
 * @param platform of the process, {@code linux-x86_64}
 */
public record OpenBlas(String kernel, String platform) {
  static final String VARIABLE = "OPENBLAS_CORETYPE";

  /** What came of loading it. */
  private sealed interface Outcome {
    record Loaded(OpenBlas library) implements Outcome {}

    record Failed(NativesException why) implements Outcome {}
  }

  private static final class Once {
    static final Outcome OUTCOME = load();
  }

  /**
   * The library.
   *
   * @throws NativesException if it cannot be unpacked or loaded
   */
  public static OpenBlas ofThisProcess() {
    if (Once.OUTCOME instanceof Outcome.Failed failed) {
      throw failed.why().again();
    }
    return ((Outcome.Loaded) Once.OUTCOME).library();
  }

  private static Outcome load() {
    try {
      return load(NativesFolder.ofThisProcess());
    } catch (NativesException e) {
      return new Outcome.Failed(e);
    }
  }

  private static Outcome load(NativesFolder folder) {
    try {
      OpenBlasFile file = OpenBlasFile.unpacked();
      if (System.getenv().getOrDefault(VARIABLE, "").isEmpty()) {
        overrule(file, ProcessorFlags.ofThisMachine(), System.err::println);
      }
      Loader.load(openblas.class);
      // Read by ND4J when it starts, which the first array makes it do.
      System.setProperty(PlainCpuFactory.SETTING, PlainCpuFactory.class.getName());
      Nd4j.createUninitialized(1).close();
      return new Outcome.Loaded(new OpenBlas(file.kernel(), Loader.getPlatform()));
    } catch (LinkageError | RuntimeException e) {
      return new Outcome.Failed(folder.failure(e));
    }
  }

  /** Makes {@code file} choose another kernel when it loads next, and says so, if need be. */
  static void overrule(OpenBlasFile file, ProcessorFlags processor, Consumer<String> notices) {
    if (!KernelChoice.isAtStake(processor)) {
      return;
    }
    String chosen = file.kernel();
    KernelChoice.better(chosen, processor)
        .ifPresent(
            better -> {
              OpenBlasFile.setEnvironment(VARIABLE, better);
              notices.accept(
                  "bnsweep: OpenBLAS takes this processor for a "
                      + chosen
                      + "; told to use its kernel "
                      + better);
            });
  }
}
