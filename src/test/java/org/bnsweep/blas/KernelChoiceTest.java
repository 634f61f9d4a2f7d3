package org.bnsweep.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule on the flags of processors, as Linux shows them. */
class KernelChoiceTest {
  private static final String SSE = "fpu sse sse2 ht lm pni ssse3 cx16 sse4_1 sse4_2 popcnt ";
  private static final String AVX = SSE + "aes xsave avx ";
  private static final String AVX2 = AVX + "f16c fma bmi1 avx2 bmi2 ";
  private static final String AVX512 = AVX2 + "avx512f avx512dq avx512cd avx512bw avx512vl ";

  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("Penryn", "fpu sse sse2 ht lm pni ssse3 cx16 sse4_1"),
          Map.entry("Nehalem", SSE),
          Map.entry("Sandy Bridge", AVX),
          Map.entry("Piledriver", AVX + "f16c fma fma4 xop"),
          Map.entry("Excavator", AVX2 + "fma4 xop"),
          Map.entry("Haswell", AVX2),
          Map.entry("Zen 3", AVX2 + "sha_ni vaes"),
          Map.entry("Alder Lake", AVX2 + "avx_vnni gfni"),
          Map.entry("Xeon Phi", AVX2 + "avx512f avx512cd avx512er avx512pf"),
          Map.entry("Skylake server", AVX512),
          Map.entry("Sapphire Rapids", AVX512 + "avx512_bf16 amx_tile amx_bf16"),
          Map.entry("Zen 4", AVX512 + "avx512_bf16 avx512_vnni"),
          Map.entry("Zen 5", AVX512 + "avx512_bf16 avx_vnni avx512_vp2intersect"),
          // A virtual machine that hides what its processor can do.
          Map.entry("Zen 5, masked", AVX),
          Map.entry("ARM", ""));

  @ParameterizedTest
  @CsvSource({
    "Zen 5, Barcelona, SkylakeX",
    "Zen 5, Prescott, SkylakeX",
    "Zen 5, Zen, SkylakeX",
    "Zen 4, Haswell, SkylakeX",
    "Sapphire Rapids, Haswell, SkylakeX",
    "Skylake server, Nehalem, SkylakeX",
    "Xeon Phi, Sandybridge, Haswell",
    "Alder Lake, Prescott, Haswell",
    "Zen 3, Barcelona, Haswell",
    "Haswell, Core2, Haswell",
    "Haswell, unknown, Haswell"
  })
  void overrulesAKernelBelowWhatTheProcessorCanDo(
      String processor, String chosen, String expected) {
    assertThat(KernelChoice.better(chosen, flags(processor))).hasValue(expected);
    assertThat(KernelChoice.isAtStake(flags(processor))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Zen 5, SkylakeX",
    "Zen 5, Cooperlake",
    "Zen 4, SkylakeX",
    "Sapphire Rapids, SapphireRapids",
    "Skylake server, SKYLAKEX",
    "Xeon Phi, Haswell",
    "Alder Lake, Haswell",
    "Zen 3, Zen",
    "Excavator, Excavator",
    "Haswell, Haswell",
    "Piledriver, Piledriver",
    "'Zen 5, masked', Sandybridge",
    "Sandy Bridge, Nehalem",
    "Nehalem, Nehalem",
    "Penryn, Core2",
    "ARM, NEOVERSEN1",
    "Zen 5, a kernel of the future"
  })
  void leavesAKernelAloneThatDoesAllOrThatItDoesNotKnow(String processor, String chosen) {
    assertThat(KernelChoice.better(chosen, flags(processor))).isEmpty();
  }

  @Test
  void asksNothingWhereNoProcessorCanBeWrong() {
    for (String processor : new String[] {"Sandy Bridge", "Piledriver", "ARM"}) {
      assertThat(KernelChoice.isAtStake(flags(processor))).as(processor).isFalse();
    }
  }

  private static ProcessorFlags flags(String processor) {
    return ProcessorFlags.parse(FLAGS.get(processor));
  }
}
