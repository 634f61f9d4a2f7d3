package org.bnsweep.store.table;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * A column with a list in every row, empty or not, in the three levels that Parquet has for lists.
 *
 * <p>The first release wrote a bare repeated column instead. The format allows that too, but some
 * readers take its lists for empty, so it is only read.
 */
public final class ListColumn {
  private static final String MIDDLE = "list";
  private static final String ELEMENT = "element";

  private ListColumn() {}

  /** The column {@code name} as a part of a schema's text, with elements of {@code type}. */
  public static String schema(String type, String name) {
    return """
      required group %s (LIST) {
        repeated group %s {
          required %s %s;
        }
      }
    """
        .formatted(name, MIDDLE, type, ELEMENT);
  }

  public static boolean is(Type column) {
    return LogicalTypeAnnotation.listType().equals(column.getLogicalTypeAnnotation());
  }

  public static PrimitiveType element(Type list) {
    return list.asGroupType().getType(0).asGroupType().getType(0).asPrimitiveType();
  }

  /** What the first release wrote for {@code list}. */
  static Type bare(Type list) {
    PrimitiveType element = element(list);
    return new PrimitiveType(
        Type.Repetition.REPEATED, element.getPrimitiveTypeName(), list.getName());
  }

  static void write(ColumnValues elements, RecordConsumer consumer) {
    consumer.startGroup();
    if (elements.count() > 0) {
      consumer.startField(MIDDLE, 0);
      for (int i = 0; i < elements.count(); i++) {
        consumer.startGroup();
        consumer.startField(ELEMENT, 0);
        elements.write(i, consumer);
        consumer.endField(ELEMENT, 0);
        consumer.endGroup();
      }
      consumer.endField(MIDDLE, 0);
    }
    consumer.endGroup();
  }

  /** What Parquet's reader hands a list to, to fill {@code elements}. */
  static Converter into(ColumnValues elements) {
    return new Level(new Level(elements));
  }

  /** A group of which only what is in it matters. */
  private static final class Level extends GroupConverter {
    private final Converter inside;

    Level(Converter inside) {
      this.inside = inside;
    }

    @Override
    public Converter getConverter(int field) {
      return inside;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
