package org.bnsweep.sweep;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.GridException.Part;

/**
 * The trials of a sweep as settings: a product of axes or a list of points, narrowed by clauses and
 * perhaps sampled. Each trial is computed when asked for; none occurs twice.
 *
 * <p>A clause speaks of one axis, and duplicates in a product come from duplicates on an axis, or
 * from an axis that is no setting of some trials. So the first two narrow the axes, never the
 * product, the last makes a few products of one, and a grid of ten million costs no more than one
 * of ten.
 */
public final class Grid implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The most trials a grid may have after sampling. */
  public static final long MAX_TRIALS = 10_000_000;

  /** The most trials a sample may choose from. */
  private static final BigInteger MAX_POPULATION = BigInteger.ONE.shiftLeft(62);

  private final TrialSpace space;
  private final long size;

  @SuppressWarnings("serial") // JDK 21 asks: every list given is serializable
  private final List<Axis> axes;

  private Grid(TrialSpace space, List<Axis> axes) {
    this.space = space;
    this.size = space.size();
    this.axes = axes;
  }

  /**
   * Every combination of the axes' values, the first axis slowest.
   *
   * @param axes each {@link Hyperparameter} once
   * @throws GridException if nothing is left, or too much
   */
  public static Grid product(List<Axis> axes, List<Clause> where, Optional<GridSample> sample) {
    Set<Hyperparameter> names = EnumSet.noneOf(Hyperparameter.class);
    axes.forEach(axis -> names.add(axis.name()));
    if (axes.size() != Hyperparameter.values().length || names.size() != axes.size()) {
      throw new IllegalArgumentException("axes are " + names + ", must be each name once");
    }
    List<List<Axis>> parts = DependentAxes.split(DependentAxes.narrow(axes, where));
    checkSize(parts.stream().map(Grid::size).reduce(BigInteger.ZERO, BigInteger::add), sample);
    List<TrialSpace.Product> products = parts.stream().map(TrialSpace.Product::new).toList();
    return sampled(
        products.size() == 1 ? products.get(0) : TrialSpace.Joined.of(products),
        DependentAxes.join(parts),
        sample);
  }

  /**
   * The given trials, in order.
   *
   * @throws GridException if none meets all clauses
   */
  public static Grid points(
      List<Hyperparameters> points, List<Clause> where, Optional<GridSample> sample) {
    List<Hyperparameters> kept =
        points.stream()
            .distinct()
            .filter(p -> where.stream().allMatch(c -> accepts(c, p)))
            .toList();
    if (kept.isEmpty()) {
      throw new GridException(
          Part.WHERE, "none of the " + points.size() + " points meets every clause");
    }
    checkSize(BigInteger.valueOf(kept.size()), sample);
    List<Axis> axes = new ArrayList<>();
    for (Hyperparameter name : Hyperparameter.values()) {
      Set<Object> values = new LinkedHashSet<>();
      kept.forEach(p -> values.add(name.of(p)));
      axes.add(new Axis(name, List.copyOf(values)));
    }
    return sampled(new TrialSpace.Points(kept), List.copyOf(axes), sample);
  }

  private static boolean accepts(Clause clause, Hyperparameters point) {
    return !clause.axis().isOf(point.normalization()) || clause.accepts(clause.axis().of(point));
  }

  private static BigInteger size(List<Axis> product) {
    return product.stream()
        .map(axis -> BigInteger.valueOf(axis.values().size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  private static void checkSize(BigInteger size, Optional<GridSample> sample) {
    BigInteger most = sample.isPresent() ? MAX_POPULATION : BigInteger.valueOf(MAX_TRIALS);
    if (size.compareTo(most) > 0) {
      throw new GridException(
          "the grid has "
              + size
              + " trials, at most "
              + most
              + (sample.isPresent()
                  ? " can be sampled; shorten an axis"
                  : " can be trained; shorten an axis or add sample: {count: 1000, seed: 0}"));
    }
  }

  private static Grid sampled(TrialSpace space, List<Axis> axes, Optional<GridSample> sample) {
    return new Grid(sample.isPresent() ? TrialSpace.Sampled.of(space, sample.get()) : space, axes);
  }

  /** Number of trials, 1 to {@link #MAX_TRIALS}. */
  public long size() {
    return size;
  }

  /** Trial {@code index}, 0 to {@code size() - 1}. */
  public Hyperparameters get(long index) {
    return space.get(Objects.checkIndex(index, size));
  }

  /**
   * Every setting with the values it takes, in the grid's order, clauses applied. A sample may
   * leave some of them out.
   */
  public List<Axis> axes() {
    return axes;
  }

  /** The settings with more than one value, in the grid's order. */
  public List<Axis> varyingAxes() {
    return axes.stream().filter(Axis::varies).toList();
  }
}
