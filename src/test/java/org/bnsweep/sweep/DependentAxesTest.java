package org.bnsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.sweep.Clause.Comparison;
import org.junit.jupiter.api.Test;

/** The momentum of Batch Normalization beside normalizations that have none. */
class DependentAxesTest {
  private static final Axis ALL = kinds(NormalizationKind.values());
  private static final Axis MOMENTA = momenta(0.5, 0.99);

  private static Axis kinds(NormalizationKind... kinds) {
    return new Axis(Hyperparameter.NORMALIZATION, List.of(kinds));
  }

  private static Axis momenta(Double... values) {
    return new Axis(Hyperparameter.BN_MOMENTUM, List.of(values));
  }

  private static Grid grid(Axis... axes) {
    return Grid.product(GridTest.axes(axes), List.of(), Optional.empty());
  }

  private static List<String> trials(Grid grid) {
    return LongStream.range(0, grid.size())
        .mapToObj(grid::get)
        .map(h -> h.normalization() + " " + h.bnMomentum() + " " + h.seed())
        .toList();
  }

  @Test
  void makeNoTrialTwice() {
    Grid grid = grid(ALL, MOMENTA, GridTest.seeds(2));

    assertThat(trials(grid))
        .containsExactly(
            "BATCH 0.5 0",
            "BATCH 0.5 1",
            "BATCH 0.99 0",
            "BATCH 0.99 1",
            "LAYER 0.9 0",
            "LAYER 0.9 1",
            "RMS 0.9 0",
            "RMS 0.9 1");
    assertThat(values(grid, Hyperparameter.BN_MOMENTUM)).isEqualTo(List.of(0.5, 0.99, 0.9));
    assertThat(values(grid, Hyperparameter.NORMALIZATION))
        .isEqualTo(List.of(NormalizationKind.values()));
    assertThat(values(grid, Hyperparameter.SEED)).isEqualTo(List.of(0L, 1L));
  }

  private static List<Object> values(Grid grid, Hyperparameter name) {
    return grid.axes().stream()
        .filter(axis -> axis.name() == name)
        .findFirst()
        .map(axis -> new ArrayList<Object>(axis.values()))
        .orElseThrow();
  }

  @Test
  void areLeftAloneWhereTheySayNothingNew() {
    assertThat(trials(grid(MOMENTA))).containsExactly("BATCH 0.5 0", "BATCH 0.99 0");
    assertThat(trials(grid(ALL))).containsExactly("BATCH 0.9 0", "LAYER 0.9 0", "RMS 0.9 0");
  }

  @Test
  void haveNoValueWhereNothingHasThem() {
    Grid grid = grid(kinds(NormalizationKind.LAYER), MOMENTA);

    assertThat(trials(grid)).containsExactly("LAYER 0.9 0");
    assertThat(grid.varyingAxes()).isEmpty();
  }

  @Test
  void narrowNothingThatDoesNotHaveThem() {
    Clause below = new Clause(Hyperparameter.BN_MOMENTUM, Comparison.LESS, List.of(0.9));
    List<Axis> axes = GridTest.axes(ALL, MOMENTA);

    assertThat(trials(Grid.product(axes, List.of(below), Optional.empty())))
        .containsExactly("BATCH 0.5 0", "LAYER 0.9 0", "RMS 0.9 0");
    Hyperparameters layer =
        GridTest.point(0).with(Hyperparameter.NORMALIZATION, NormalizationKind.LAYER);
    assertThat(
            trials(
                Grid.points(List.of(layer, GridTest.point(0)), List.of(below), Optional.empty())))
        .containsExactly("LAYER 0.9 0");
  }

  @Test
  void takeOnlyTheirOwnTrialsWithThemWhereNoValueIsLeft() {
    Clause none = new Clause(Hyperparameter.BN_MOMENTUM, Comparison.GREATER, List.of(0.995));
    Grid grid = Grid.product(GridTest.axes(ALL, MOMENTA), List.of(none), Optional.empty());

    assertThat(trials(grid)).containsExactly("LAYER 0.9 0", "RMS 0.9 0");
    assertThat(values(grid, Hyperparameter.BN_MOMENTUM)).isEqualTo(List.of(0.9));
    assertThat(values(grid, Hyperparameter.NORMALIZATION))
        .isEqualTo(List.of(NormalizationKind.LAYER, NormalizationKind.RMS));
    assertThatThrownBy(() -> Grid.product(GridTest.axes(MOMENTA), List.of(none), Optional.empty()))
        .isInstanceOf(GridException.class)
        .hasMessage("where leaves no value of bn_momentum: none meets [bn_momentum > 0.995]");
  }

  @Test
  void nameTheDefaultOnceWhereverItComes() {
    Axis layerFirst = kinds(NormalizationKind.LAYER, NormalizationKind.BATCH);

    assertThat(values(grid(layerFirst, momenta(0.5, 0.9, 0.99)), Hyperparameter.BN_MOMENTUM))
        .isEqualTo(List.of(0.9, 0.5, 0.99));
    assertThat(values(grid(layerFirst, momenta(0.5, 0.99)), Hyperparameter.BN_MOMENTUM))
        .isEqualTo(List.of(0.9, 0.5, 0.99));
    assertThat(values(grid(ALL, momenta(0.5, 0.9, 0.99)), Hyperparameter.BN_MOMENTUM))
        .isEqualTo(List.of(0.5, 0.9, 0.99));
  }

  @Test
  void stayGeneratedHoweverLongTheyAre() throws IOException {
    Axis many =
        new Axis(
            Hyperparameter.BN_MOMENTUM,
            new GeneratedValues(
                Hyperparameter.BN_MOMENTUM, NumberSequence.linspace(0, 0.899, 1_000_000)));
    Grid grid = grid(ALL, many);

    assertThat(grid.size()).isEqualTo(1_000_002);
    assertThat(grid.get(1_000_000).normalization()).isEqualTo(NormalizationKind.LAYER);
    assertThat(grid.get(1_000_001).normalization()).isEqualTo(NormalizationKind.RMS);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(grid);
      out.flush();
      assertThat(bytes.size()).isLessThan(10_000);
    }
  }

  @Test
  void areSampledFromTheTrialsThatThereAre() {
    Grid grid =
        Grid.product(GridTest.axes(ALL, MOMENTA), List.of(), Optional.of(new GridSample(100, 1)));

    assertThat(trials(grid)).hasSize(4).doesNotHaveDuplicates();
  }
}
