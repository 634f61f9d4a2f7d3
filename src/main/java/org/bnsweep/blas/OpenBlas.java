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

  private static final class Loaded {
    static final OpenBlas LIBRARY = load();
  }

  /**
   * The library.
   *
   * @throws LinkageError if it cannot be loaded
   * @throws java.io.UncheckedIOException if it cannot be unpacked
   */
  public static OpenBlas ofThisProcess() {
    return Loaded.LIBRARY;
  }

  private static OpenBlas load() {
    OpenBlasFile file = OpenBlasFile.unpacked();
    if (System.getenv().getOrDefault(VARIABLE, "").isEmpty()) {
      overrule(file, ProcessorFlags.ofThisMachine(), System.err::println);
    }
    Loader.load(openblas.class);
    // Read by ND4J when it starts, which the first array makes it do.
    System.setProperty(PlainCpuFactory.SETTING, PlainCpuFactory.class.getName());
    Nd4j.createUninitialized(1).close();
    return new OpenBlas(file.kernel(), Loader.getPlatform());
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
