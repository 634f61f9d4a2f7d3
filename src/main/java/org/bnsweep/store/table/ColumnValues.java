package org.bnsweep.store.table;

import java.util.Arrays;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The values of one column in one row: none (null), one, or those of a list.
 *
 * <p>Parquet's reader fills it and its writer drains it, without an object per number.
 */
public final class ColumnValues extends PrimitiveConverter {
  private final PrimitiveTypeName type;
  private long[] bits = new long[1];
  private String[] texts = new String[1];
  private String[] dictionary = new String[0];
  private int count;

  ColumnValues(PrimitiveTypeName type) {
    this.type = type;
  }

  void clear() {
    count = 0;
  }

  public int count() {
    return count;
  }

  public long whole(int i) {
    return bits[i];
  }

  /** {@code length} values from {@code first} on. */
  public int[] integers(int first, int length) {
    if (first + length > count) {
      throw new IllegalStateException(
          "values " + first + " to " + (first + length) + " of " + count);
    }
    return Arrays.stream(bits, first, first + length).mapToInt(Math::toIntExact).toArray();
  }

  public double real(int i) {
    return Double.longBitsToDouble(bits[i]);
  }

  public String text() {
    return texts[0];
  }

  public void add(long value) {
    if (count == bits.length) {
      bits = Arrays.copyOf(bits, 2 * count);
    }
    bits[count++] = value;
  }

  public void add(double value) {
    add(Double.doubleToLongBits(value));
  }

  void add(String value) {
    if (count == texts.length) {
      texts = Arrays.copyOf(texts, 2 * count);
    }
    texts[count++] = value;
  }

  void write(int i, RecordConsumer consumer) {
    switch (type) {
      case INT32 -> consumer.addInteger(Math.toIntExact(bits[i]));
      case INT64 -> consumer.addLong(bits[i]);
      case DOUBLE -> consumer.addDouble(real(i));
      case BINARY -> consumer.addBinary(Binary.fromString(texts[i]));
      default -> throw new IllegalStateException("no columns of type " + type);
    }
  }

  @Override
  public void addInt(int value) {
    add((long) value);
  }

  @Override
  public void addLong(long value) {
    add(value);
  }

  @Override
  public void addDouble(double value) {
    add(value);
  }

  @Override
  public void addBinary(Binary value) {
    add(value.toStringUsingUTF8());
  }

  /** True for texts, so that one that a file repeats is decoded once. */
  @Override
  public boolean hasDictionarySupport() {
    return type == PrimitiveTypeName.BINARY;
  }

  @Override
  public void setDictionary(Dictionary values) {
    dictionary = new String[values.getMaxId() + 1];
    for (int i = 0; i < dictionary.length; i++) {
      dictionary[i] = values.decodeToBinary(i).toStringUsingUTF8();
    }
  }

  @Override
  public void addValueFromDictionary(int id) {
    add(dictionary[id]);
  }
}
