package org.bnsweep.blas;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rule by which OpenBLAS is overruled: it names processors it knows, and takes one it does not
 * know for one that can do less, such as a Zen 5 for a Barcelona of 2007
 * (OpenMathLib/OpenBLAS#6029, #4267).
 */
final class KernelChoice {
  /** A kernel and what a processor must have to run it. */
  private record Level(String kernel, Set<String> flags) {}

  /** 256-bit vectors with fused multiply-add. */
  private static final Level AVX2 = new Level("Haswell", Set.of("avx2", "fma"));

  /** 512-bit vectors, with all that this kernel is compiled for. */
  private static final Level AVX512 =
      new Level("SkylakeX", Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"));

  /** Kernels for processors without AVX2, in lower case. */
  private static final Set<String> BELOW_AVX2 =
      Set.of(
          "unknown",
          "generic",
          "katmai",
          "coppermine",
          "northwood",
          "prescott",
          "banias",
          "atom",
          "core2",
          "penryn",
          "dunnington",
          "nehalem",
          "athlon",
          "opteron",
          "opteron_sse3",
          "barcelona",
          "bobcat",
          "sandybridge",
          "bulldozer",
          "piledriver",
          "steamroller");

  /** Kernels with AVX2 and no more, in lower case. */
  private static final Set<String> BELOW_AVX512 = Set.of("haswell", "zen", "excavator");

  private KernelChoice() {}

  /** Whether OpenBLAS could choose less than the processor can do. */
  static boolean isAtStake(ProcessorFlags processor) {
    return processor.has(AVX2.flags);
  }

  /**
   * The kernel to run instead of {@code chosen}; empty if that one does what the processor can do,
   * or is newer than this list.
   */
  static Optional<String> better(String chosen, ProcessorFlags processor) {
    String name = chosen.toLowerCase(Locale.ROOT);
    boolean belowAvx2 = BELOW_AVX2.contains(name);
    if (processor.has(AVX512.flags) && (belowAvx2 || BELOW_AVX512.contains(name))) {
      return Optional.of(AVX512.kernel);
    }
    return processor.has(AVX2.flags) && belowAvx2 ? Optional.of(AVX2.kernel) : Optional.empty();
  }
}
