package org.bnsweep.blas;

import java.io.Serializable;

/**
 * How a process computes: what its numbers depend on besides the settings of a trial.
 *
 * @param id 12 hexadecimal digits, a hash of the bits that a fixed computation gave; numbers of
 *     processes with the same id can be compared bit for bit
 * @param kernel of OpenBLAS, {@code SkylakeX}
 * @param platform {@code linux-x86_64}
 */
public record Arithmetic(String id, String kernel, String platform) implements Serializable {
  /** That of numbers of which it was not recorded. */
  public static final Arithmetic UNKNOWN = new Arithmetic("unknown", "unknown", "unknown");

  private static final class Computed {
    static final Arithmetic OF_THIS_PROCESS = compute();
  }

  /** That of this process, computed when it is first asked for, in milliseconds. */
  public static Arithmetic ofThisProcess() {
    return Computed.OF_THIS_PROCESS;
  }

  /** Whether it was recorded. */
  public boolean isKnown() {
    return !equals(UNKNOWN);
  }

  private static Arithmetic compute() {
    OpenBlas library = OpenBlas.ofThisProcess();
    return new Arithmetic(Probe.hash(), library.kernel(), library.platform());
  }
}
