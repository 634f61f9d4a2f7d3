package org.bnsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.nn.WeightScale.Init;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Clause.Comparison;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final Optional<GridSample> WHOLE = Optional.empty();

  /** A grid in which only the given axes vary. */
  static List<Axis> axes(Axis... varying) {
    List<Axis> axes = new ArrayList<>(List.of(varying));
    List<Hyperparameter> named = axes.stream().map(Axis::name).toList();
    for (Hyperparameter name : Hyperparameter.values()) {
      if (!named.contains(name)) {
        axes.add(new Axis(name, List.of(name.of(point(0)))));
      }
    }
    return axes;
  }

  static Hyperparameters point(long seed) {
    return Hyperparameters.builder()
        .weightScale(new WeightScale(Init.NORMAL, 0.05))
        .hidden(List.of(10))
        .seed(seed)
        .build();
  }

  static Axis seeds(long count) {
    return range(Hyperparameter.SEED, count);
  }

  private static Axis range(Hyperparameter name, long count) {
    return new Axis(
        name,
        new GeneratedValues(
            name,
            NumberSequence.range(BigDecimal.ZERO, BigDecimal.valueOf(count), BigDecimal.ONE)));
  }

  private static Axis rates(double... rates) {
    return new Axis(
        Hyperparameter.LEARNING_RATE,
        IntStream.range(0, rates.length).mapToObj(i -> rates[i]).toList());
  }

  private static Grid product(Axis... varying) {
    return Grid.product(axes(varying), List.of(), WHOLE);
  }

  private static List<Hyperparameters> all(Grid grid) {
    return LongStream.range(0, grid.size()).mapToObj(grid::get).toList();
  }

  @Test
  void theFirstAxisIsTheSlowest() {
    assertThat(all(product(rates(0.1, 0.2), seeds(3))))
        .extracting(t -> t.learningRate() + " " + t.seed())
        .containsExactly("0.1 0", "0.1 1", "0.1 2", "0.2 0", "0.2 1", "0.2 2");
  }

  @Test
  void duplicatesAppearOnceWhereTheyWereFirst() {
    assertThat(all(product(rates(0.2, 0.1, 0.2), seeds(1))))
        .extracting(Hyperparameters::learningRate)
        .containsExactly(0.2, 0.1);
  }

  @Test
  void duplicatesOfAGeneratorAppearOnce() {
    Axis same =
        new Axis(
            Hyperparameter.DROPOUT,
            new GeneratedValues(Hyperparameter.DROPOUT, NumberSequence.linspace(0.5, 0.5, 1000)));

    assertThat(product(same).size()).isEqualTo(1);
  }

  @Test
  void clausesNarrowTheProduct() {
    Grid grid =
        Grid.product(
            axes(rates(0.1, 0.2, 0.3), seeds(10)),
            List.of(
                new Clause(Hyperparameter.LEARNING_RATE, Comparison.UNEQUAL, List.of(0.2)),
                new Clause(Hyperparameter.SEED, Comparison.GREATER_OR_EQUAL, List.of(3.0)),
                new Clause(Hyperparameter.SEED, Comparison.LESS, List.of(5.0))),
            WHOLE);

    assertThat(all(grid))
        .extracting(t -> t.learningRate() + " " + t.seed())
        .containsExactly("0.1 3", "0.1 4", "0.3 3", "0.3 4");
  }

  @Test
  void aNamedWeightScaleHasNoOrder() {
    Axis scales =
        new Axis(
            Hyperparameter.WEIGHT_SCALE,
            List.of(new WeightScale(Init.HE, Double.NaN), new WeightScale(Init.NORMAL, 0.1)));
    for (Comparison comparison : Comparison.values()) {
      if (comparison.ordering()) {
        Clause clause =
            new Clause(
                Hyperparameter.WEIGHT_SCALE,
                comparison,
                List.of(new WeightScale(Init.NORMAL, 0.1)));
        assertThat(clause.accepts(scales.values().get(0))).as(clause.toString()).isFalse();
      }
    }
  }

  @Test
  void refusesClausesThatLeaveNothing() {
    Clause clause = new Clause(Hyperparameter.SEED, Comparison.GREATER, List.of(5.0));

    assertThatThrownBy(() -> Grid.product(axes(seeds(3)), List.of(clause), WHOLE))
        .isInstanceOf(GridException.class)
        .hasMessage("where leaves no value of seed: none meets [seed > 5]");
    assertThatThrownBy(() -> Grid.points(List.of(point(1), point(2)), List.of(clause), WHOLE))
        .isInstanceOf(GridException.class)
        .hasMessage("none of the 2 points meets every clause");
  }

  @Test
  void describesTenMillionTrialsWithoutHoldingThem() {
    Grid grid = product(range(Hyperparameter.LEARNING_RATE, 1000), seeds(10_000));

    assertThat(grid.size()).isEqualTo(10_000_000);
    assertThat(serialized(grid).length).isLessThan(10_000);
  }

  @Test
  void refusesMoreThanTenMillionTrialsAndSaysHowMany() {
    assertThatThrownBy(() -> product(rates(0.1, 0.2), seeds(10_000_000)))
        .isInstanceOf(GridException.class)
        .hasMessage(
            "the grid has 20000000 trials, at most 10000000 can be trained; shorten an axis or add"
                + " sample: {count: 1000, seed: 0}");
  }

  @Test
  void refusesToSampleWhatCannotBeCounted() {
    Axis dropout =
        new Axis(
            Hyperparameter.DROPOUT,
            new GeneratedValues(
                Hyperparameter.DROPOUT, NumberSequence.linspace(0, 0.5, Integer.MAX_VALUE)));
    Axis decay =
        new Axis(
            Hyperparameter.WEIGHT_DECAY,
            new GeneratedValues(
                Hyperparameter.WEIGHT_DECAY, NumberSequence.linspace(0, 0.5, Integer.MAX_VALUE)));

    assertThatThrownBy(
            () ->
                Grid.product(
                    axes(dropout, decay, rates(1, 2)),
                    List.of(),
                    Optional.of(new GridSample(10, 0))))
        .hasMessage(
            "the grid has 9223372028264841218 trials, at most 4611686018427387904 can be sampled;"
                + " shorten an axis");
  }

  @Test
  void aSampleOfAHugeGridIsReadyAtOnce() {
    List<Axis> axes =
        axes(range(Hyperparameter.LEARNING_RATE, 1_000_000_000), seeds(1_000_000_000));
    Optional<GridSample> sample = Optional.of(new GridSample(10_000_000, 0));
    Grid grid = Grid.product(axes, List.of(), sample);
    // So that classes are loaded.
    assertThat(Grid.product(axes, List.of(), Optional.of(new GridSample(10, 0))).get(0))
        .isNotNull();
    Duration bar = Duration.ofMillis(20);
    Duration cost =
        CpuTime.least(
            bar,
            () ->
                assertThat(Grid.product(axes, List.of(), sample).get(0).seed())
                    .isBetween(0L, 999_999_999L));

    assertThat(grid.size()).isEqualTo(10_000_000);
    // Below a millisecond; the bound leaves room for code that is not compiled yet.
    assertThat(cost).isLessThan(bar);
    assertThat(serialized(grid).length).isLessThan(10_000);
  }

  private static Set<Hyperparameters> sample(long count, long seed) {
    Grid grid =
        Grid.product(
            axes(rates(0.1, 0.2, 0.3), seeds(1000)),
            List.of(),
            Optional.of(new GridSample(count, seed)));
    assertThat(grid.size()).isEqualTo(Math.min(count, 3000));
    return new HashSet<>(all(grid));
  }

  @Test
  void aSampleHasNoTrialTwiceAndIsDecidedByItsSeed() {
    assertThat(sample(100, 1)).hasSize(100).isEqualTo(sample(100, 1)).isNotEqualTo(sample(100, 2));
  }

  @Test
  void aLargerSampleContainsTheSmaller() {
    assertThat(sample(200, 1)).containsAll(sample(100, 1));
  }

  @Test
  void aSampleLargerThanTheGridIsTheGrid() {
    assertThat(sample(5000, 1)).hasSize(3000);
  }

  @Test
  void pointsAreTrialsInOrderOnceEach() {
    Grid grid = Grid.points(List.of(point(3), point(1), point(3)), List.of(), WHOLE);

    assertThat(all(grid)).containsExactly(point(3), point(1));
    assertThat(grid.varyingAxes()).containsExactly(new Axis(Hyperparameter.SEED, List.of(3L, 1L)));
  }

  @Test
  void refusesAMissingAxis() {
    assertThatThrownBy(() -> Grid.product(List.of(seeds(3)), List.of(), WHOLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("axes are [SEED], must be each name once");
  }

  @Test
  void survivesSerialization() throws Exception {
    Grid grid =
        Grid.product(
            axes(rates(0.1, 0.2, 0.1), seeds(100)),
            List.of(new Clause(Hyperparameter.SEED, Comparison.UNEQUAL, List.of(7.0))),
            Optional.of(new GridSample(50, 3)));

    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialized(grid)))) {
      assertThat(all((Grid) in.readObject())).isEqualTo(all(grid));
    }
  }

  private static byte[] serialized(Grid grid) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(grid);
      out.flush();
      return bytes.toByteArray();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
