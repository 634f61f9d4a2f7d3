package org.bnsweep.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class OpenBlasTest {

  @Test
  void namesItsKernelAndThePlatform() {
    OpenBlas library = OpenBlas.ofThisProcess();

    assertThat(library.kernel()).matches("[A-Za-z0-9_]+").isNotEqualToIgnoringCase("unknown");
    assertThat(library.platform()).matches("[a-z]+-[a-z0-9_]+");
  }

  @Test
  void isUnderAnNd4jThatSearchesNoLibraries() {
    OpenBlas unused = OpenBlas.ofThisProcess();

    assertThat(Nd4j.factory()).isInstanceOf(PlainCpuFactory.class);
    assertThat(Nd4j.eye(2).mul(3).sumNumber().doubleValue()).isEqualTo(6.0);
  }

  @Test
  void computesTheSameBitsEachTime() {
    OpenBlas unused = OpenBlas.ofThisProcess();

    assertThat(Probe.hash()).matches("[0-9a-f]{12}").isEqualTo(Probe.hash());
    assertThat(Arithmetic.ofThisProcess())
        .isEqualTo(
            new Arithmetic(
                Probe.hash(),
                OpenBlas.ofThisProcess().kernel(),
                OpenBlas.ofThisProcess().platform()));
    assertThat(Arithmetic.ofThisProcess().isKnown()).isTrue();
    assertThat(Arithmetic.UNKNOWN.isKnown()).isFalse();
  }

  @Test
  void computesThemInNoTime() {
    OpenBlas unused = OpenBlas.ofThisProcess();
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      String ignored = Probe.hash();
      fastest = Math.min(fastest, System.nanoTime() - start);
    }

    // 2 ms on a quiet machine; the bound is ten times what a run may spend on it.
    assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(300));
  }
}
