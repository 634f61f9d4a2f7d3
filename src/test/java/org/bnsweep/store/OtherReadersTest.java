package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.PROVENANCE;
import static org.bnsweep.store.TestTrials.WITH_ACTIVATIONS;
import static org.bnsweep.store.TestTrials.id;
import static org.bnsweep.store.TestTrials.recorded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.OptimizerKind;
import org.bnsweep.store.table.ColumnValues;
import org.bnsweep.store.table.ListColumn;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What others read from the Parquet files of a run, whichever files it has: DuckDB, which shares no
 * code with what wrote them, and the library's own plain reader.
 */
class OtherReadersTest extends InRunFolder {
  /** Rows enough for several pages. */
  private static final int TRIALS = 3500;

  private static final List<Double> STRANGE =
      List.of(
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          -0.0,
          0.0);

  private List<Path> tables = List.of();

  /** The column of each name, all rows. */
  private record Columns(Map<String, List<@Nullable Object>> byName) {
    Columns() {
      this(new LinkedHashMap<>());
    }

    void add(String column, @Nullable Object value) {
      byName.computeIfAbsent(column, name -> new ArrayList<>()).add(value);
    }
  }

  /** Parts of one trial each that have little, one of many trials, and the tables of all. */
  @BeforeEach
  void writeARun() throws IOException {
    TrialResult[] plain =
        IntStream.range(3, TRIALS).mapToObj(TestTrials::result).toArray(TrialResult[]::new);
    record(recorded(0), TestTrials.failed(1, "größer\n\"x\" 数"), strange());
    recordTogether(plain);
    try (RunFolder open = open()) {
      open.finish(
          open.ledger(PROVENANCE),
          TestTrials.grid(TRIALS, i -> i == 2 ? strange().trial() : TestTrials.trial(i)),
          WITH_ACTIVATIONS);
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      tables = walk.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
    assertThat(tables).hasSizeGreaterThanOrEqualTo(6);
  }

  /** Settings at their limits; losses and activations at theirs; a layer without activations. */
  private static TrialResult strange() {
    Hyperparameters settings =
        Hyperparameters.builder()
            .weightScale(WeightScale.named("he"))
            .learningRate(Double.MIN_VALUE)
            .batchSize(100_000)
            .hidden(List.of(10))
            .activation(Activation.SIGMOID)
            .weightDecay(Double.MAX_VALUE)
            .optimizer(OptimizerKind.ADAM)
            .seed(4294967295L)
            .build();
    List<Point> points = new ArrayList<>();
    List<LayerActivations> layers = new ArrayList<>();
    for (int i = 0; i < STRANGE.size(); i++) {
      double loss = STRANGE.get(i);
      points.add(new Point(i, 2 * i, loss, 0.5, i % 2 == 0 ? Double.NaN : 0.25));
      Histogram histogram =
          i == 0 ? Histogram.of(new int[0], new int[0]) : Histogram.of(new double[] {loss, -1}, 2);
      layers.add(new LayerActivations(Network.NORMALIZED, 1, i, loss, -loss, 0, histogram));
    }
    return new TrialResult(
        new Trial(id(2), settings),
        new Trained(
            new PairCurves(new NetworkCurve(points, 0), TestTrials.divergedCurve(1, 0.25, 0.125)),
            Recorded.of(layers),
            new Arithmetic("04845bb0801d", "SkylakeX", "linux-x86_64")),
        Double.MIN_VALUE);
  }

  @Test
  void duckDbReadsEveryValue() throws Exception {
    for (Path table : tables) {
      assertSame(table, ours(table), duckDb(table));
    }
  }

  @Test
  void thePlainReaderReadsEveryValue() throws IOException {
    for (Path table : tables) {
      assertSame(table, ours(table), plain(table));
    }
  }

  private static void assertSame(Path table, Columns ours, Columns theirs) {
    assertThat(theirs.byName().keySet()).as("%s", table).isEqualTo(ours.byName().keySet());
    ours.byName()
        .forEach(
            (column, values) ->
                assertThat(theirs.byName().get(column))
                    .as("%s of %s", column, table)
                    .isEqualTo(values));
  }

  /** Some readers take a list of any other form for empty. */
  @Test
  void everyListHasTheThreeLevelsOfTheFormat() throws IOException {
    int lists = 0;
    for (Path table : tables) {
      for (Type column : schema(table).getFields()) {
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

  /** Where a filter asks the statistics first, they must not hide a row: NaN has no order. */
  @Test
  void filtersFindEveryRow() throws Exception {
    try (Connection duckDb = connect()) {
      for (Path table : tables) {
        for (Map.Entry<String, List<@Nullable Object>> column : ours(table).byName().entrySet()) {
          if (column.getValue().stream().anyMatch(Double.class::isInstance)) {
            assertFilters(duckDb, table, column.getKey(), column.getValue());
          }
        }
      }
    }
  }

  private static void assertFilters(
      Connection duckDb, Path table, String column, List<@Nullable Object> values)
      throws SQLException {
    List<Double> numbers =
        values.stream().filter(Objects::nonNull).map(Double.class::cast).toList();
    for (double bound : new double[] {-1, 0.3, 1e300}) {
      // To DuckDB NaN is the greatest, as it is to Java.
      long greater = numbers.stream().filter(x -> Double.compare(x, bound) > 0).count();
      long less = numbers.stream().filter(x -> x < bound).count();
      assertThat(count(duckDb, table, column + " > " + bound + "::DOUBLE"))
          .as("%s > %s in %s", column, bound, table)
          .isEqualTo(greater);
      assertThat(count(duckDb, table, column + " < " + bound + "::DOUBLE"))
          .as("%s < %s in %s", column, bound, table)
          .isEqualTo(less);
    }
    assertThat(count(duckDb, table, "isnan(" + column + ")"))
        .as("NaN in %s of %s", column, table)
        .isEqualTo(numbers.stream().filter(x -> x.isNaN()).count());
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

  private static MessageType schema(Path table) throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(table))) {
      return file.getFileMetaData().getSchema();
    }
  }

  private static org.apache.hadoop.fs.Path at(Path table) {
    return new org.apache.hadoop.fs.Path(table.toUri());
  }

  private static Columns ours(Path table) throws IOException {
    MessageType schema = schema(table);
    Columns columns = new Columns();
    try (TableReader reader =
        new TableReader(at(table).getFileSystem(CONFIGURATION), at(table), schema)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        for (Type column : schema.getFields()) {
          columns.add(column.getName(), ours(row, column));
        }
      }
    }
    return columns;
  }

  private static @Nullable Object ours(Row row, Type column) {
    String name = column.getName();
    ColumnValues cell = row.cell(name);
    if (ListColumn.is(column)) {
      Type element = ListColumn.element(column);
      return IntStream.range(0, cell.count()).mapToObj(i -> ours(cell, i, element)).toList();
    }
    return row.isNull(name) ? null : ours(cell, 0, column);
  }

  private static Object ours(ColumnValues cell, int i, Type type) {
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case DOUBLE -> cell.real(i);
      case BINARY -> cell.text();
      default -> cell.whole(i);
    };
  }

  private static Columns plain(Path table) throws IOException {
    Columns columns = new Columns();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), at(table)).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        for (Type column : row.getType().getFields()) {
          columns.add(column.getName(), plain(row, column));
        }
      }
    }
    return columns;
  }

  private static @Nullable Object plain(Group row, Type column) {
    String name = column.getName();
    if (row.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    return column.isPrimitive() ? plainValue(row, column) : elements(row.getGroup(name, 0));
  }

  private static List<Object> elements(Group list) {
    return IntStream.range(0, list.getFieldRepetitionCount("list"))
        .mapToObj(i -> list.getGroup("list", i))
        .map(middle -> plainValue(middle, middle.getType().getType("element")))
        .toList();
  }

  private static Object plainValue(Group group, Type field) {
    String name = field.getName();
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case DOUBLE -> group.getDouble(name, 0);
      case BINARY -> group.getString(name, 0);
      case INT32 -> (long) group.getInteger(name, 0);
      default -> group.getLong(name, 0);
    };
  }

  /** Without what DuckDB would fetch where something is not built in. */
  private static Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    return DriverManager.getConnection("jdbc:duckdb:", properties);
  }

  private static Columns duckDb(Path table) throws SQLException {
    Columns columns = new Columns();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM '" + table + "'")) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getMetaData().getColumnName(i), duckDbValue(rows.getObject(i)));
        }
      }
    }
    return columns;
  }

  private static @Nullable Object duckDbValue(@Nullable Object value) throws SQLException {
    if (value instanceof Array list) {
      List<@Nullable Object> elements = new ArrayList<>();
      for (Object element : (Object[]) list.getArray()) {
        elements.add(duckDbValue(element));
      }
      return elements;
    }
    return value instanceof Integer number ? Long.valueOf(number) : value;
  }

  private static long count(Connection duckDb, Path table, String condition) throws SQLException {
    String query = "SELECT count(*) FROM '" + table + "' WHERE " + condition;
    try (Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }
}
