package org.bnsweep.data.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What the numbers of an IDX file are, big-endian. */
enum IdxType {
  UNSIGNED_BYTE(0x08, 1),
  SIGNED_BYTE(0x09, 1),
  SHORT(0x0b, 2),
  INT(0x0c, 4),
  FLOAT(0x0d, 4),
  DOUBLE(0x0e, 8);

  private final int code;
  private final int bytes;

  IdxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  static Optional<IdxType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  int code() {
    return code;
  }

  /** Of one number. */
  int bytes() {
    return bytes;
  }

  /** Whether only all numbers of a file tell what they mean: they may be pixels, or not. */
  boolean isOpen() {
    return isWhole() && this != UNSIGNED_BYTE;
  }

  boolean isWhole() {
    return this != FLOAT && this != DOUBLE;
  }

  /** Number {@code index} of {@code numbers}. */
  double at(ByteBuffer numbers, int index) {
    return switch (this) {
      case UNSIGNED_BYTE -> numbers.get(index) & 0xff;
      case SIGNED_BYTE -> numbers.get(index);
      case SHORT -> numbers.getShort(2 * index);
      case INT -> numbers.getInt(4 * index);
      case FLOAT -> numbers.getFloat(4 * index);
      case DOUBLE -> numbers.getDouble(8 * index);
    };
  }
}
