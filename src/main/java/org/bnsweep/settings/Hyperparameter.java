package org.bnsweep.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.Normalization;
import org.bnsweep.nn.WeightScale;

/**
 * The catalogue of hyperparameters, each of which can be an axis of a grid; in the order of {@link
 * Hyperparameters}, of the columns of tables and of the digits of a grid.
 *
 * <p>What one is called, allows and defaults to, how it is written in files and shown on charts, is
 * said here and nowhere else.
 */
// What reads and sets a value is a function without state.
@SuppressWarnings("ImmutableEnumChecker")
public enum Hyperparameter {
  WEIGHT_SCALE(
      new WeightScaleType(),
      WeightScale.of(0.05),
      Since.FIRST,
      Hyperparameters::weightScale,
      TrialBuilder::weightScale,
      new Shown("W", AxisScale.LOGARITHMIC, "scale")),
  LEARNING_RATE(
      new RealType("a finite number above 0", v -> v > 0),
      0.01,
      Since.FIRST,
      Hyperparameters::learningRate,
      TrialBuilder::learningRate,
      new Shown("lr", AxisScale.LOGARITHMIC, "lr")),
  BATCH_SIZE(
      WholeType.integers(1, 100_000),
      100,
      Since.FIRST,
      Hyperparameters::batchSize,
      TrialBuilder::batchSize,
      new Shown("batch", AxisScale.LOGARITHMIC, "batch")),
  HIDDEN(
      new WidthsType(100),
      List.of(100, 100, 100, 100, 100),
      Since.FIRST,
      Hyperparameters::hidden,
      TrialBuilder::hidden,
      new Shown("hidden", AxisScale.CATEGORIES, "hidden")),
  ACTIVATION(
      new WordType<>(Activation.class),
      Activation.RELU,
      Since.FIRST,
      Hyperparameters::activation,
      TrialBuilder::activation,
      new Shown("act", AxisScale.CATEGORIES, "activation")),
  DROPOUT(
      new RealType("a number in [0, 1)", v -> v >= 0 && v < 1),
      0.0,
      Since.FIRST,
      Hyperparameters::dropout,
      TrialBuilder::dropout,
      new Shown("dropout", AxisScale.LINEAR, "dropout")),
  WEIGHT_DECAY(
      new RealType("a finite number of 0 or more", v -> v >= 0),
      0.0,
      Since.FIRST,
      Hyperparameters::weightDecay,
      TrialBuilder::weightDecay,
      new Shown("decay", AxisScale.LINEAR, "weight_decay")),
  OPTIMIZER(
      new WordType<>(OptimizerKind.class),
      OptimizerKind.SGD,
      Since.FIRST,
      Hyperparameters::optimizer,
      TrialBuilder::optimizer,
      new Shown("opt", AxisScale.CATEGORIES, "optimizer")),
  NORMALIZATION(
      new WordType<>(NormalizationKind.class),
      NormalizationKind.BATCH,
      Since.LATER,
      Hyperparameters::normalization,
      TrialBuilder::normalization,
      new Shown("norm", AxisScale.CATEGORIES, "normalization")),
  NORM_POSITION(
      new WordType<>(Normalization.Position.class),
      Normalization.Position.BEFORE,
      Since.LATER,
      Hyperparameters::normPosition,
      TrialBuilder::normPosition,
      new Shown("norm pos", AxisScale.CATEGORIES, "norm_position")),
  NORM_EPSILON(
      new RealType("a finite number above 0", v -> v > 0),
      Normalization.EPSILON,
      Since.LATER,
      Hyperparameters::normEpsilon,
      TrialBuilder::normEpsilon,
      new Shown("eps", AxisScale.LOGARITHMIC, "norm_epsilon")),
  BN_MOMENTUM(
      new RealType("a number in [0, 1)", v -> v >= 0 && v < 1),
      Normalization.Batch.MOMENTUM,
      Since.LATER,
      Hyperparameters::bnMomentum,
      TrialBuilder::bnMomentum,
      new Shown("bn mom", AxisScale.LINEAR, "bn_momentum"),
      kind -> kind == NormalizationKind.BATCH),
  SEED(
      WholeType.longs(0, Hyperparameters.MOST_SEED),
      0L,
      Since.FIRST,
      Hyperparameters::seed,
      TrialBuilder::seed,
      new Shown("seed", AxisScale.REPETITIONS, "seed"));

  /** Those of the normalization, which are nothing to the other network of a pair. */
  public static final Set<Hyperparameter> OF_NORMALIZATION =
      Collections.unmodifiableSet(
          EnumSet.of(NORMALIZATION, NORM_POSITION, NORM_EPSILON, BN_MOMENTUM));

  /** Whether the first release had it, or there are files and ids without it. */
  private enum Since {
    FIRST,
    LATER
  }

  /**
   * How people see it.
   *
   * @param symbol a few letters, for the title of a panel
   * @param oracle its name in the NumPy script
   */
  private record Shown(String symbol, AxisScale scale, String oracle) {}

  /** All that needs the type of its values. */
  private record Typed<T>(
      ValueType<T> type,
      T byDefault,
      Function<Hyperparameters, T> get,
      BiConsumer<TrialBuilder, T> set) {

    void set(TrialBuilder trial, Object value) {
      set.accept(trial, type.cast(value));
    }

    boolean allows(Object value) {
      return type.allows(type.cast(value));
    }

    Object plain(Object value) {
      return type.plain(type.cast(value));
    }

    double number(Object value) {
      return type.number(type.cast(value));
    }

    <X extends Exception> void write(String word, Hyperparameters trial, Column.Sink<X> row)
        throws X {
      type.write(word, get.apply(trial), row);
    }

    T read(String word, Column.Source row) {
      return row.has(type.columns(word).get(0).name()) ? type.read(word, row) : byDefault;
    }

    boolean isDefault(Hyperparameters trial) {
      return get.apply(trial).equals(byDefault);
    }

    String identity(String word, Hyperparameters trial) {
      return type.identity(word, get.apply(trial));
    }
  }

  private final String word = name().toLowerCase(Locale.ROOT);
  private final Typed<?> typed;
  private final Since since;
  private final Shown shown;
  private final Predicate<NormalizationKind> meant;

  <T> Hyperparameter(
      ValueType<T> type,
      T byDefault,
      Since since,
      Function<Hyperparameters, T> get,
      BiConsumer<TrialBuilder, T> set,
      Shown shown) {
    this(type, byDefault, since, get, set, shown, kind -> true);
  }

  <T> Hyperparameter(
      ValueType<T> type,
      T byDefault,
      Since since,
      Function<Hyperparameters, T> get,
      BiConsumer<TrialBuilder, T> set,
      Shown shown,
      Predicate<NormalizationKind> meant) {
    this.typed = new Typed<>(type, byDefault, get, set);
    this.since = since;
    this.shown = shown;
    this.meant = meant;
  }

  /** The word in YAML, Parquet and CSV. */
  public String word() {
    return word;
  }

  /** The word with spaces, for people. */
  public String label() {
    return word().replace('_', ' ');
  }

  /** The one called {@code word} in YAML. */
  public static Optional<Hyperparameter> of(String word) {
    return Arrays.stream(values()).filter(h -> h.word().equals(word)).findFirst();
  }

  /** A few letters, for the title of a panel. */
  public String symbol() {
    return shown.symbol();
  }

  /** How its values are laid out on a chart. */
  public AxisScale scale() {
    return shown.scale();
  }

  /** Its name in the NumPy script. */
  public String oracle() {
    return shown.oracle();
  }

  /** What is allowed, to follow "must be". */
  public String expected() {
    return typed.type().expected();
  }

  /** The value that it has where none is given. */
  public Object byDefault() {
    return typed.byDefault();
  }

  /** Whether it is a setting of trials with {@code kind}; the others have its default. */
  public boolean isOf(NormalizationKind kind) {
    return meant.test(kind);
  }

  /** Its value in a trial, boxed; two values are the same trial's if they are equal. */
  public Object of(Hyperparameters trial) {
    return typed.get().apply(trial);
  }

  /** Whether a value of its type is in the range. */
  public boolean allows(Object value) {
    return typed.allows(value);
  }

  /** A number of YAML as a value; none if there is no such number, but ranges are not looked at. */
  public Optional<Object> ofNumber(Number number) {
    return typed.type().ofNumber(number).map(value -> value);
  }

  /** The words that it has, for suggestions. */
  public List<String> words() {
    return typed.type().words();
  }

  /** A word of YAML as a value, whatever its case. */
  public Optional<Object> ofWord(String word) {
    return typed.type().ofWord(word).map(value -> value);
  }

  /** Whether values are numbers (a named weight scale is one that depends on the layer). */
  public boolean numeric() {
    return shown.scale() != AxisScale.CATEGORIES;
  }

  /** Whether values are whole numbers. */
  public boolean whole() {
    return typed.type() instanceof WholeType<?>;
  }

  /** A value as it is written in YAML or JSON: a number, a word, or a list of widths. */
  public Object plain(Object value) {
    return typed.plain(value);
  }

  /** A value without blanks, as {@code --set} takes it. */
  public String text(Object value) {
    return plain(value).toString().replace(" ", "");
  }

  /** A value as a number; NaN if it is none. */
  public double number(Object value) {
    return typed.number(value);
  }

  /** Its columns in every table that has trials. */
  public List<Column> columns() {
    List<Column> columns = typed.type().columns(word);
    return since == Since.FIRST
        ? columns
        : columns.stream().map(Column::whereFilesMayLackIt).toList();
  }

  /** Writes the columns of a trial. */
  public <X extends Exception> void write(Hyperparameters trial, Column.Sink<X> row) throws X {
    typed.write(word, trial, row);
  }

  /**
   * Its value in a row; files that are older than it have none, and their trials its default.
   *
   * @throws IllegalArgumentException if a value is none that {@link #write} writes
   */
  public Object read(Column.Source row) {
    return typed.read(word, row);
  }

  void set(TrialBuilder trial, Object value) {
    typed.set(trial, value);
  }

  /** Lines for a trial's id, each with a line break before it; none where old ids have none. */
  public String identity(Hyperparameters trial) {
    return since == Since.LATER && typed.isDefault(trial) ? "" : typed.identity(word, trial);
  }

  /** A trial's settings as {@code key=value}: what {@code --set} takes to train it again. */
  public static List<String> settings(Hyperparameters trial) {
    return Arrays.stream(values()).map(h -> h.word() + "=" + h.text(h.of(trial))).toList();
  }
}
