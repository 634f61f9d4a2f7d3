package org.bnsweep.data.source;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.DataUnavailableException;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Reading;
import org.bnsweep.data.Reading.Scale;
import org.bnsweep.data.Samples;
import org.bnsweep.data.Selection.Select;
import org.bnsweep.data.StandardizedValues;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.DataPlace;
import org.bnsweep.data.file.MemoryLimit;
import org.bnsweep.data.file.Places;
import org.bnsweep.data.format.Formats;
import org.bnsweep.data.format.SampleFormat;
import org.bnsweep.data.raw.Part;
import org.bnsweep.data.raw.RawSamples;
import org.bnsweep.data.raw.Request;
import org.bnsweep.data.raw.SampleWidth;

/**
 * Reads the samples of a run: finds their format, chooses some, gives each a class, and scales
 * their numbers.
 */
public final class SampleSource {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final DataSettings settings;
  private final Supplier<Configuration> hadoop;
  private final Chooser chooser;

  private SampleSource(DataSettings settings, Supplier<Configuration> hadoop) {
    this.settings = settings;
    this.hadoop = hadoop;
    this.chooser = new Chooser(settings.selection());
  }

  /**
   * Reads the samples {@code settings} asks for. Without test samples their files are not looked
   * at.
   *
   * @param hadoop asked only for a source other than the embedded one, which needs no Hadoop class
   * @throws DataException if there are not as many, or a file is missing, forbidden or wrong
   * @throws DataUnavailableException if a disk or a host fails
   */
  public static Dataset load(DataSettings settings, Supplier<Configuration> hadoop) {
    return new SampleSource(settings, hadoop).load();
  }

  /** Some samples of a file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Chosen(RawSamples raw, Values values, int[] rows) {}

  private Dataset load() {
    DataPlace place = Places.open("data.source", settings.source(), hadoop);
    SampleFormat format = Formats.of(place);
    boolean split = settings.selection().testShare() > 0;
    RawSamples raw =
        format.read(place, request(Part.TRAIN, split ? Request.ALL : settings.trainSize()));
    LabelRule rule = LabelRule.of(raw, settings.reading());
    Chooser.Split pools =
        split ? chooser.split(raw.count()) : new Chooser.Split(all(raw), new int[0]);
    String left = split ? " that are left to train on" : "";
    Chosen train =
        choose(raw, pools.train(), "train_size", settings.trainSize(), left + place.hint());
    Optional<Chosen> test = test(place, format, raw, pools.test());
    int features = Math.max(raw.features(), test.map(t -> t.raw.features()).orElse(0));
    Values trainValues = columns(train, features);
    Values scaled = scaled(trainValues, features);
    Samples samples = new Samples(features, scaled, rule.of(raw, train.rows));
    return Dataset.of(
        samples,
        test.map(t -> samples(t, rule, features, trainValues, scaled))
            .orElseGet(() -> Samples.none(features, rule.classes())));
  }

  private Request request(Part part, int size) {
    boolean first = settings.selection().select() == Select.FIRST;
    return new Request(part, first ? size : Request.ALL, settings.reading());
  }

  private static int[] all(RawSamples raw) {
    return IntStream.range(0, raw.count()).toArray();
  }

  private Chosen choose(RawSamples raw, int[] pool, String key, int wanted, String note) {
    if (wanted > pool.length) {
      throw new DataException(
          "data."
              + key
              + " is "
              + wanted
              + ", must be at most "
              + pool.length
              + ", the samples in "
              + raw.name()
              + note);
    }
    int[] rows = chooser.choose(pool, raw.labels(), wanted);
    boolean allRead = raw.values().size() == (long) rows.length * raw.features();
    boolean inOrder = Arrays.equals(rows, IntStream.range(0, rows.length).toArray());
    Values values = allRead && inOrder ? raw.values() : raw.values().rows(raw.features(), rows);
    return new Chosen(raw, values, rows);
  }

  private Optional<Chosen> test(
      DataPlace place, SampleFormat format, RawSamples train, int[] setAside) {
    int size = settings.testSize();
    if (size == 0) {
      return Optional.empty();
    }
    Optional<String> other = settings.reading().testSource();
    if (settings.selection().testShare() > 0) {
      return Optional.of(
          choose(train, setAside, "test_size", size, " that are set aside to test on"));
    }
    if (other.isEmpty() && !format.hasTestSamples(place)) {
      throw new DataException(
          "data.test_size is "
              + size
              + ", but "
              + train.name()
              + " has no test samples; data.test_source may name their file,"
              + " or data.test_share=0.2 sets some aside");
    }
    DataPlace testPlace =
        other.map(source -> Places.open("data.test_source", source, hadoop)).orElse(place);
    SampleFormat testFormat = other.isPresent() ? Formats.of(testPlace) : format;
    RawSamples raw = testFormat.read(testPlace, request(Part.TEST, size));
    checkWidth(raw, train);
    return Optional.of(choose(raw, all(raw), "test_size", size, testPlace.hint()));
  }

  private static void checkWidth(RawSamples test, RawSamples train) {
    boolean zerosFollow = narrower(test, train).shape().rest() == SampleWidth.Rest.ZEROS;
    boolean same =
        test.shape().features() == train.shape().features()
            && test.shape().rows() == train.shape().rows();
    boolean oneIsNoImage = test.shape().rows() == 1 || train.shape().rows() == 1;
    boolean good = same || zerosFollow || (oneIsNoImage && test.features() == train.features());
    if (!good) {
      throw new DataException(
          test.name()
              + ": has "
              + test.shape().words()
              + ", must be "
              + train.shape().words().replaceFirst("^images of ", "")
              + " as in "
              + train.name());
    }
  }

  private static RawSamples narrower(RawSamples a, RawSamples b) {
    return a.features() < b.features() ? a : b;
  }

  private Values columns(Chosen chosen, int features) {
    Values values = chosen.values;
    if (chosen.raw.features() < features) {
      requireRoom(chosen, features);
      int[] from = new int[features];
      Arrays.setAll(from, j -> j < chosen.raw.features() ? j : Values.ZERO);
      values = values.columns(chosen.raw.features(), from);
    }
    return settings.reading().transpose() == Reading.Orientation.TRANSPOSED
        ? Transposition.of(chosen.raw, features).apply(values)
        : values;
  }

  private static void requireRoom(Chosen chosen, int features) {
    long size = (long) chosen.rows.length * features;
    if (size > LARGEST_ARRAY) {
      throw new DataException(
          chosen.raw.name()
              + ": "
              + chosen.rows.length
              + " samples of "
              + SampleWidth.ofSparse(features).words()
              + " are more than "
              + LARGEST_ARRAY
              + " values");
    }
    long each = chosen.values instanceof ByteValues ? 1 : Double.BYTES;
    MemoryLimit.check(chosen.raw.name(), each * size);
  }

  private Values scaled(Values values, int features) {
    return switch (settings.reading().scale()) {
      case AUTO -> values;
      case NONE -> values instanceof ByteValues b ? b.as(ByteValues.Meaning.NUMBER) : values;
      case STANDARDIZE -> StandardizedValues.ofTraining(values, features);
    };
  }

  private Samples samples(
      Chosen test, LabelRule rule, int features, Values trainValues, Values scaled) {
    Values values = columns(test, features);
    Values alike =
        settings.reading().scale() == Scale.NONE ? values : alike(values, trainValues, test);
    Values asTrained =
        scaled instanceof StandardizedValues s ? s.others(alike) : scaled(alike, features);
    return new Samples(features, asTrained, rule.of(test.raw, test.rows));
  }

  /** Test samples mean what the training samples do: these decide whether bytes are pixels. */
  private static Values alike(Values test, Values train, Chosen chosen) {
    if (train instanceof ByteValues bytes) {
      if (test instanceof ByteValues t) {
        return bytes.likewise(t);
      }
      if (bytes.meaning() == ByteValues.Meaning.PIXEL) {
        throw new DataException(
            chosen.raw.name()
                + ": has numbers that are no bytes, but the training samples are bytes v that"
                + " become v/255; data.scale=none takes all as they are");
      }
      return test;
    }
    return test instanceof ByteValues t ? t.reals() : test;
  }
}
