package org.bnsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

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
  void areSampledFromTheTrialsThatThereAre() {
    Grid grid =
        Grid.product(GridTest.axes(ALL, MOMENTA), List.of(), Optional.of(new GridSample(100, 1)));

    assertThat(trials(grid)).hasSize(4).doesNotHaveDuplicates();
  }
}
