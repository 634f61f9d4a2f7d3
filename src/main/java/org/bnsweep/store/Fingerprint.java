package org.bnsweep.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bnsweep.train.Network;
import org.bnsweep.train.Point;

/**
 * SHA-256 over the curves in the grid's order: what two runs must have in common to be the same.
 *
 * <p>It covers each trial's id, status, diverged epochs and points, doubles by their bits (with one
 * pattern for all NaN), and neither times nor messages.
 */
final class Fingerprint {
  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(2 * Integer.BYTES + 3 * Double.BYTES);

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void add(RecordedTrial trial) {
    digest.update(trial.trial().id().getBytes(StandardCharsets.US_ASCII));
    for (Network network : Network.values()) {
      digest.update(trial.status(network).word().getBytes(StandardCharsets.US_ASCII));
      trial
          .curve(network)
          .ifPresent(
              curve -> {
                addHeader(curve.points().size(), curve.divergedEpoch());
                curve.points().forEach(this::add);
              });
    }
  }

  private void addHeader(int points, int divergedEpoch) {
    buffer.clear().putInt(points).putInt(divergedEpoch).flip();
    digest.update(buffer);
  }

  private void add(Point point) {
    buffer
        .clear()
        .putInt(point.epoch())
        .putInt(point.iteration())
        .putLong(Double.doubleToLongBits(point.trainLoss()))
        .putLong(Double.doubleToLongBits(point.trainAccuracy()))
        .putLong(Double.doubleToLongBits(point.testAccuracy()))
        .flip();
    digest.update(buffer);
  }

  /** 64 hexadecimal digits; nothing can be added afterwards. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
