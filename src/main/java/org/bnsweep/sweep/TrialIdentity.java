package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;

/**
 * Gives trials their ids: the first 32 hexadecimal digits of SHA-256 over all that determines a
 * trial's numbers, each real number by its bits.
 *
 * @param epochs points of every curve
 * @param dataChecksum of the samples
 */
public record TrialIdentity(int epochs, String dataChecksum) implements Serializable {

  /**
   * The version of the arithmetic. Raise it with every change that gives some trial other numbers:
   * ledgers of the old version are then refused, not mixed.
   */
  public static final int NUMERICS_VERSION = 1;

  private static final int BYTES = 16;

  /** The id of the trial with these settings. */
  public String id(Hyperparameters trial) {
    StringBuilder text = new StringBuilder(256);
    text.append("bnsweep trial\nnumerics ").append(NUMERICS_VERSION);
    text.append("\ndata ").append(dataChecksum);
    text.append("\nepochs ").append(epochs);
    for (Hyperparameter setting : Hyperparameter.values()) {
      text.append(setting.identity(trial));
    }
    text.append('\n');
    byte[] hash = DigestUtils.sha256(text.toString());
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }
}
