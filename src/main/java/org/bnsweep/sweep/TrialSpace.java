package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;

/** Numbered trials, of which none is made before it is asked for. */
sealed interface TrialSpace extends Serializable {

  long size();

  /** Trial {@code index}, 0 to {@code size() - 1}. */
  Hyperparameters get(long index);

  /** All combinations of the axes' values: the index read as digits, the last axis the lowest. */
  record Product(List<Axis> axes) implements TrialSpace {
    @Override
    public long size() {
      return axes.stream().mapToLong(a -> a.values().size()).reduce(1, Math::multiplyExact);
    }

    @Override
    public Hyperparameters get(long index) {
      Map<Hyperparameter, Object> values = new EnumMap<>(Hyperparameter.class);
      long rest = index;
      for (int i = axes.size() - 1; i >= 0; i--) {
        Axis axis = axes.get(i);
        int radix = axis.values().size();
        values.put(axis.name(), axis.values().get((int) (rest % radix)));
        rest /= radix;
      }
      return Hyperparameters.of(values);
    }
  }

  /** The trials of one after those of the other. */
  record Joined(List<Part> parts, long size) implements TrialSpace {

    /** A space with its size, which is asked for with every trial. */
    private record Part(TrialSpace space, long size) implements Serializable {}

    static Joined of(List<? extends TrialSpace> spaces) {
      return new Joined(
          spaces.stream().map(space -> new Part(space, space.size())).toList(),
          spaces.stream().mapToLong(TrialSpace::size).reduce(0, Math::addExact));
    }

    @Override
    public Hyperparameters get(long index) {
      long rest = index;
      for (Part part : parts) {
        if (rest < part.size()) {
          return part.space().get(rest);
        }
        rest -= part.size();
      }
      throw new IndexOutOfBoundsException(index);
    }
  }

  /** Trials given one by one. */
  record Points(List<Hyperparameters> points) implements TrialSpace {
    @Override
    public long size() {
      return points.size();
    }

    @Override
    public Hyperparameters get(long index) {
      return points.get(Math.toIntExact(index));
    }
  }

  /** The first trials of a random order of others. */
  record Sampled(TrialSpace population, Permutation order, long size) implements TrialSpace {
    static Sampled of(TrialSpace population, GridSample sample) {
      return new Sampled(
          population,
          new Permutation(population.size(), sample.seed()),
          Math.min(sample.count(), population.size()));
    }

    @Override
    public Hyperparameters get(long index) {
      return population.get(order.at(index));
    }
  }
}
