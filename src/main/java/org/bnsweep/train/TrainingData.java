package org.bnsweep.train;

import java.util.Optional;
import java.util.stream.IntStream;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Samples;
import org.bnsweep.nn.Inputs;
import org.bnsweep.settings.Hyperparameters;

/**
 * A data set prepared for training: off-heap, once for all threads of a process, made on first use
 * and kept as long as the process trains on it. Thread-safe.
 *
 * <p>There are two forms of it. {@link #compact} leaves out the values that are 0 in all samples
 * (175 of 784 in the default experiment); {@link #full} has all, for trials in which the weights of
 * such a pixel do something (see {@link #suitedTo}).
 */
public final class TrainingData {

  /** One form of the data. */
  record Form(Inputs inputs, SampleMatrix train, Optional<SampleMatrix> test) {}

  /** Above it a drawn weight may overflow, and 0 times infinity is not 0. */
  private static final double LARGEST_SAFE_SCALE = 1e300;

  private final Dataset dataset;
  private Optional<Form> compact = Optional.empty();
  private Optional<Form> full = Optional.empty();

  /** Prepares nothing yet. */
  public TrainingData(Dataset dataset) {
    this.dataset = dataset;
  }

  /** Makes the form that most trials use, which also loads the native libraries. */
  void prepare() {
    Form unused = compact();
    Arithmetic unusedAsWell = Arithmetic.ofThisProcess();
  }

  /** The samples behind it. */
  public Dataset dataset() {
    return dataset;
  }

  /**
   * The smallest form on which {@code h} gives the same numbers as on all pixels: weights of a zero
   * pixel count only if they decay (they are part of the loss) or overflow.
   */
  Form suitedTo(Hyperparameters h) {
    boolean zeroPixelsCount = h.weightDecay() > 0 || h.weightScale().scale() > LARGEST_SAFE_SCALE;
    return zeroPixelsCount ? full() : compact();
  }

  /** Without the pixels that are 0 in all samples. */
  synchronized Form compact() {
    if (compact.isEmpty()) {
      compact = Optional.of(form(usedInputs(dataset)));
    }
    return compact.get();
  }

  /** With all pixels. */
  synchronized Form full() {
    if (full.isEmpty()) {
      full = Optional.of(form(Inputs.all(dataset.train().features())));
    }
    return full.get();
  }

  private Form form(Inputs inputs) {
    return new Form(
        inputs,
        new SampleMatrix(dataset.train(), inputs),
        dataset.test().count() == 0
            ? Optional.empty()
            : Optional.of(new SampleMatrix(dataset.test(), inputs)));
  }

  private static Inputs usedInputs(Dataset dataset) {
    int features = dataset.train().features();
    boolean[] used = new boolean[features];
    mark(dataset.train(), used);
    mark(dataset.test(), used);
    int[] columns = IntStream.range(0, features).filter(j -> used[j]).toArray();
    return columns.length == 0 ? Inputs.all(features) : Inputs.some(features, columns);
  }

  private static void mark(Samples samples, boolean[] used) {
    for (int i = 0; i < samples.count(); i++) {
      for (int j = 0; j < samples.features(); j++) {
        used[j] |= samples.value(i, j) != 0;
      }
    }
  }
}
