package org.bnsweep.data;

import java.util.Locale;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * MNIST's handwritten digits (LeCun, Cortes and Burges), read from the subset that comes with the
 * program or from a folder with the four files {@code train-images-idx3-ubyte}, {@code
 * train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each
 * plain (preferred) or gzipped with the suffix {@code .gz}.
 *
 * <p>Any data set in that form will do, Fashion-MNIST for one: images may have another size, labels
 * are 0 to 9. Labels are checked as far as they are used.
 */
public final class Mnist {
  private Mnist() {}

  /**
   * Reads the samples {@code settings} asks for. Without test samples the test files are not looked
   * at.
   *
   * @param hadoop asked only for a source other than the embedded one, which needs no Hadoop class
   * @throws DataException if there are not as many, or a file is missing, forbidden or wrong
   * @throws DataUnavailableException if a disk or a host fails
   */
  public static Dataset load(DataSettings settings, Supplier<Configuration> hadoop) {
    DataFolder folder =
        settings.source().equals(DataSettings.EMBEDDED)
            ? new EmbeddedFolder()
            : HadoopFolder.open(settings.source(), hadoop.get());
    return load(settings, folder);
  }

  /** As {@link #load(DataSettings, Supplier)}, from {@code folder}. */
  static Dataset load(DataSettings settings, DataFolder folder) {
    Part train = Part.read(folder, "train", "train_size", settings.trainSize());
    if (settings.testSize() == 0) {
      Samples samples = train.samples();
      return Dataset.of(samples, Samples.none(samples.features()));
    }
    Part test = Part.read(folder, "t10k", "test_size", settings.testSize());
    String trainShape = train.images().header().shape();
    String testShape = test.images().header().shape();
    if (!testShape.equals(trainShape)) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: has images of %s, must be %s as in %s",
              test.images().name(),
              testShape,
              trainShape,
              train.images().name()));
    }
    return Dataset.of(train.samples(), test.samples());
  }

  /** Images and labels of the training or of the test set. */
  private record Part(IdxFile images, IdxFile labels) {

    static Part read(DataFolder folder, String prefix, String key, int wanted) {
      IdxFile images =
          IdxFile.read(folder.file(prefix + "-images-idx3-ubyte"), IdxHeader.Kind.IMAGES, wanted);
      IdxFile labels =
          IdxFile.read(folder.file(prefix + "-labels-idx1-ubyte"), IdxHeader.Kind.LABELS, wanted);
      long count = images.header().count();
      if (labels.header().count() != count) {
        throw new DataException(
            String.format(
                Locale.ROOT,
                "%s: has %d labels, must be %d as the images in %s",
                labels.name(),
                labels.header().count(),
                count,
                images.name()));
      }
      if (wanted > count) {
        throw new DataException(
            String.format(
                Locale.ROOT,
                "data.%s is %d, must be at most %d, the samples in %s%s",
                key,
                wanted,
                count,
                images.name(),
                folder.hint()));
      }
      return new Part(images, labels);
    }

    Samples samples() {
      try {
        return new Samples(images.header().sampleBytes(), images.values(), labels.values());
      } catch (IllegalArgumentException e) {
        throw new DataException(labels.name() + ": " + e.getMessage(), e);
      }
    }
  }
}
