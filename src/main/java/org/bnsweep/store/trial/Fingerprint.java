package org.bnsweep.store.trial;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.Point;

/**
 * SHA-256 over the trials of a run in the grid's order, of which there are two kinds: what two runs
 * must have in common to be the same, wherever they were trained, and what to the last bit.
 */
public final class Fingerprint {
  /** What is hashed besides each trial's id and each network's status. */
  public enum Of {
    /** Epoch and accuracies: the same on every processor, but for chaotic trials. */
    ACCURACIES {
      @Override
      String words(Network network, Status status) {
        return network.word() + status.word();
      }

      @Override
      void addTo(ByteBuffer buffer, NetworkCurve curve) {}

      @Override
      void addTo(ByteBuffer buffer, Point point) {
        buffer
            .putInt(point.epoch())
            .putLong(Double.doubleToLongBits(point.trainAccuracy()))
            .putLong(Double.doubleToLongBits(point.testAccuracy()));
      }
    },
    /** Every number, by its bits: the same where the arithmetic is. */
    BITS {
      @Override
      String words(Network network, Status status) {
        return status.word();
      }

      @Override
      void addTo(ByteBuffer buffer, NetworkCurve curve) {
        buffer.putInt(curve.points().size()).putInt(curve.divergedEpoch());
      }

      @Override
      void addTo(ByteBuffer buffer, Point point) {
        buffer
            .putInt(point.epoch())
            .putInt(point.iteration())
            .putLong(Double.doubleToLongBits(point.trainLoss()))
            .putLong(Double.doubleToLongBits(point.trainAccuracy()))
            .putLong(Double.doubleToLongBits(point.testAccuracy()));
      }
    };

    abstract String words(Network network, Status status);

    abstract void addTo(ByteBuffer buffer, NetworkCurve curve);

    /** One pattern for all NaN. */
    abstract void addTo(ByteBuffer buffer, Point point);
  }

  private final Of kind;
  private final MessageDigest digest = DigestUtils.getSha256Digest();
  private final ByteBuffer buffer = ByteBuffer.allocate(2 * Integer.BYTES + 3 * Double.BYTES);

  public Fingerprint(Of kind) {
    this.kind = kind;
  }

  public void add(RecordedTrial trial) {
    digest.update(trial.trial().id().getBytes(StandardCharsets.US_ASCII));
    for (Network network : Network.values()) {
      String words = kind.words(network, trial.status(network));
      digest.update(words.getBytes(StandardCharsets.US_ASCII));
      trial.curve(network).ifPresent(this::add);
    }
  }

  private void add(NetworkCurve curve) {
    kind.addTo(buffer.clear(), curve);
    digest.update(buffer.flip());
    for (Point point : curve.points()) {
      kind.addTo(buffer.clear(), point);
      digest.update(buffer.flip());
    }
  }

  /** 64 hexadecimal digits; nothing can be added afterwards. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
