package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;

/** How tables are laid out, which readers other than those of {@link OtherReadersTest} mind. */
class TableFormTest extends WithEveryTable {
  /** Some readers take a list of any other form for empty. */
  @Test
  void everyListHasTheThreeLevelsOfTheFormat() throws IOException {
    int lists = 0;
    for (Path table : tables) {
      for (Type column : OwnReader.schema(table).getFields()) {
        assertThat(column.isRepetition(Type.Repetition.REPEATED)).as("%s", column).isFalse();
        if (!column.isPrimitive()) {
          assertThat(column.getLogicalTypeAnnotation())
              .as("%s", column)
              .isEqualTo(LogicalTypeAnnotation.listType());
          Type middle = column.asGroupType().getType(0);
          assertThat(middle).as("%s", column).hasToString(threeLevels(middle.asGroupType()));
          lists++;
        }
      }
    }
    assertThat(lists).isGreaterThan(4);
  }

  private static String threeLevels(GroupType middle) {
    Type element = middle.getType(0);
    return "repeated group list {\n  required "
        + element.asPrimitiveType().getPrimitiveTypeName().name().toLowerCase(Locale.ROOT)
        + " element;\n}";
  }

  /** As the format demands; the settings, never NaN, keep what lets readers skip row groups. */
  @Test
  void noMinimumOrMaximumIsNaN() throws IOException {
    int settings = 0;
    for (Path table : tables) {
      for (ColumnMetaData column : columnChunks(table)) {
        org.apache.parquet.format.Statistics statistics = column.getStatistics();
        if (column.getType() == org.apache.parquet.format.Type.DOUBLE
            && statistics != null
            && statistics.isSetMax_value()) {
          for (byte[] bound :
              List.of(
                  statistics.getMin(),
                  statistics.getMax(),
                  statistics.getMin_value(),
                  statistics.getMax_value())) {
            assertThat(ByteBuffer.wrap(bound).order(ByteOrder.LITTLE_ENDIAN).getDouble())
                .as("%s of %s", column.getPath_in_schema(), table)
                .isNotNaN();
          }
          settings += column.getPath_in_schema().equals(List.of("learning_rate")) ? 1 : 0;
        }
      }
    }
    assertThat(settings).isEqualTo(tables.size());
  }

  private static List<ColumnMetaData> columnChunks(Path table) throws IOException {
    byte[] file = Files.readAllBytes(table);
    int length = ByteBuffer.wrap(file, file.length - 8, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    var footer = new ByteArrayInputStream(file, file.length - 8 - length, length);
    List<ColumnMetaData> columns = new ArrayList<>();
    for (RowGroup group : Util.readFileMetaData(footer).getRow_groups()) {
      group.getColumns().stream().map(ColumnChunk::getMeta_data).forEach(columns::add);
    }
    return columns;
  }
}
