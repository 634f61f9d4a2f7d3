package org.bnsweep.data.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Reading;
import org.bnsweep.data.Reading.Orientation;
import org.bnsweep.data.Reading.Scale;
import org.bnsweep.data.Samples;
import org.bnsweep.data.Selection;
import org.bnsweep.data.format.IdxFiles;

/** Samples of small files, as a test sets one thing or another. */
final class Loading {
  private Loading() {}

  /** Mutable, as tests set one thing each. */
  static final class ReadingBuilder {
    String testSource = "";
    String labelColumn = "";
    Orientation transpose = Orientation.AS_STORED;
    Scale scale = Scale.AUTO;

    Reading build() {
      return new Reading(
          optional(testSource),
          OptionalInt.empty(),
          OptionalInt.empty(),
          optional(labelColumn),
          Optional.empty(),
          transpose,
          scale);
    }

    private static Optional<String> optional(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
  }

  interface Change {
    void to(ReadingBuilder reading);
  }

  static double[] values(Samples samples) {
    return IntStream.range(0, samples.count() * samples.features())
        .mapToDouble(samples.values()::at)
        .toArray();
  }

  static Dataset load(Path source, int train) {
    return load(source, train, reading -> {});
  }

  static Dataset load(Path source, int train, Change change) {
    return load(source, train, 0, change);
  }

  static Dataset load(Path source, int train, int test, Change change) {
    ReadingBuilder reading = new ReadingBuilder();
    change.to(reading);
    return load(source, train, test, Selection.DEFAULT, reading.build());
  }

  static Dataset load(Path source, int train, int test, Selection selection, Reading reading) {
    return SampleSource.load(
        new DataSettings(source.toString(), train, test, selection, reading), Configuration::new);
  }

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] content) {
    IdxFiles.write(folder, name, content);
    return folder.resolve(name);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
