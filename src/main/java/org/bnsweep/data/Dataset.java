package org.bnsweep.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The samples of a run: those it trains on and those it only tests on.
 *
 * @param train at least one sample
 * @param test may be empty
 * @param checksum SHA-256, hexadecimal, of all that both hold; part of every trial's identity
 */
public record Dataset(Samples train, Samples test, String checksum) implements Serializable {
  /** Checksums of before other numbers of classes were possible do not tell this one. */
  private static final int CLASSES_NOT_TOLD = 10;

  /**
   * @throws IllegalArgumentException if {@code train} is empty or the two differ in features or
   *     classes
   */
  public Dataset {
    if (train.count() == 0) {
      throw new IllegalArgumentException("train has no samples, must have at least one");
    }
    if (train.features() != test.features()) {
      throw new IllegalArgumentException(
          "train has " + train.features() + " features, test has " + test.features());
    }
    if (train.classes() != test.classes()) {
      throw new IllegalArgumentException(
          "train has " + train.classes() + " classes, test has " + test.classes());
    }
  }

  /** Both, with their checksum: sizes are part of it, so that one sample moved changes it. */
  public static Dataset of(Samples train, Samples test) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    train.addTo(digest);
    test.addTo(digest);
    if (train.classes() != CLASSES_NOT_TOLD) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(train.classes()).array());
    }
    return new Dataset(train, test, HexFormat.of().formatHex(digest.digest()));
  }

  /** Values of one sample: inputs of a network. */
  public int features() {
    return train.features();
  }

  /** Classes there are: outputs of a network. */
  public int classes() {
    return train.classes();
  }

  /** Bytes that travel to each executor. */
  public long bytes() {
    return train.bytes() + test.bytes();
  }
}
