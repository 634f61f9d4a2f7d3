package org.bnsweep.data.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.bnsweep.data.raw.RowCollector;

/**
 * How the numbers of a column of Parquet are read: what is stored, as its logical type means it.
 *
 * @param value of the current row
 * @param written what they look like in the file
 */
record ParquetNumbers(ToDoubleFunction<ColumnReader> value, RowCollector.Written written) {

  /** Those of a type; empty if it has none. */
  static Optional<ParquetNumbers> of(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (isTime(type)) {
      return Optional.empty();
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal(type.getPrimitiveTypeName(), decimal.getScale());
    }
    if (logical instanceof Float16LogicalTypeAnnotation) {
      return real(
          reader ->
              half(reader.getBinary().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getShort()));
    }
    boolean unsigned = logical instanceof IntLogicalTypeAnnotation number && !number.isSigned();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> whole(reader -> reader.getBoolean() ? 1 : 0);
      case INT32 ->
          unsigned
              ? whole(reader -> Integer.toUnsignedLong(reader.getInteger()))
              : whole(ColumnReader::getInteger);
      case INT64 ->
          unsigned
              ? whole(reader -> Numbers.ofUnsigned(reader.getLong()))
              : whole(ColumnReader::getLong);
      case FLOAT -> real(ColumnReader::getFloat);
      case DOUBLE -> real(ColumnReader::getDouble);
      default -> Optional.empty();
    };
  }

  /** What a type without numbers has, in words. */
  static String stranger(PrimitiveType type) {
    return isTime(type) ? "dates or times" : "text or bytes";
  }

  private static boolean isTime(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return logical instanceof DateLogicalTypeAnnotation
        || logical instanceof TimeLogicalTypeAnnotation
        || logical instanceof TimestampLogicalTypeAnnotation
        || type.getPrimitiveTypeName() == PrimitiveTypeName.INT96;
  }

  private static Optional<ParquetNumbers> whole(ToDoubleFunction<ColumnReader> value) {
    return Optional.of(new ParquetNumbers(value, RowCollector.Written.WHOLE));
  }

  private static Optional<ParquetNumbers> real(ToDoubleFunction<ColumnReader> value) {
    return Optional.of(new ParquetNumbers(value, RowCollector.Written.REAL));
  }

  private static Optional<ParquetNumbers> decimal(PrimitiveTypeName stored, int scale) {
    ToDoubleFunction<ColumnReader> value =
        switch (stored) {
          case INT32 -> reader -> BigDecimal.valueOf(reader.getInteger(), scale).doubleValue();
          case INT64 -> reader -> BigDecimal.valueOf(reader.getLong(), scale).doubleValue();
          default ->
              reader ->
                  new BigDecimal(new BigInteger(reader.getBinary().getBytes()), scale)
                      .doubleValue();
        };
    return scale == 0 ? whole(value) : real(value);
  }

  /** The number of 16 bits (IEEE 754, binary16). */
  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (fraction | 0x400), exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }
}
