package org.bnsweep.data.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What the numbers of an NPY file are, by NumPy's letter and size. */
enum NpyType {
  BOOL("b1", 1),
  BYTE("i1", 1),
  UNSIGNED_BYTE("u1", 1),
  SHORT("i2", 2),
  UNSIGNED_SHORT("u2", 2),
  INT("i4", 4),
  UNSIGNED_INT("u4", 4),
  LONG("i8", 8),
  UNSIGNED_LONG("u8", 8),
  FLOAT("f4", 4),
  DOUBLE("f8", 8);

  private final String word;
  private final int bytes;

  NpyType(String word, int bytes) {
    this.word = word;
    this.bytes = bytes;
  }

  /** The type of {@code f8}, without the mark of the byte order before it. */
  static Optional<NpyType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** Of one number. */
  int bytes() {
    return bytes;
  }

  boolean isWhole() {
    return this != FLOAT && this != DOUBLE;
  }

  /** The number that begins at byte {@code at}. */
  double at(ByteBuffer numbers, int at) {
    return switch (this) {
      case BOOL, BYTE -> numbers.get(at);
      case UNSIGNED_BYTE -> numbers.get(at) & 0xff;
      case SHORT -> numbers.getShort(at);
      case UNSIGNED_SHORT -> numbers.getShort(at) & 0xffff;
      case INT -> numbers.getInt(at);
      case UNSIGNED_INT -> Integer.toUnsignedLong(numbers.getInt(at));
      case LONG -> numbers.getLong(at);
      case UNSIGNED_LONG -> Numbers.ofUnsigned(numbers.getLong(at));
      case FLOAT -> numbers.getFloat(at);
      case DOUBLE -> numbers.getDouble(at);
    };
  }
}
