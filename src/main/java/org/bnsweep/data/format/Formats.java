package org.bnsweep.data.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.Beginning;
import org.bnsweep.data.file.DataPlace;

/** The formats there are. */
public final class Formats {
  /** Asked in this order; the first that knows a place reads it. */
  private static final List<SampleFormat> ALL =
      List.of(
          new ParquetFormat(),
          new NpyFormat(),
          new LibsvmFormat(),
          new CsvFormat(),
          new IdxFormat());

  private Formats() {}

  /**
   * The format of what is at {@code place}.
   *
   * @throws DataException if it is none of them, or cannot be read
   */
  public static SampleFormat of(DataPlace place) {
    Beginning beginning =
        place instanceof DataPlace.OneFile one ? Beginning.of(one.file()) : Beginning.of();
    Optional<SampleFormat> format =
        ALL.stream().filter(candidate -> candidate.isAt(place, beginning)).findFirst();
    return format.orElseThrow(
        () ->
            new DataException(
                place.name()
                    + ": is "
                    + beginning.stranger().orElse("in no format that is known here")
                    + ", must be "
                    + ALL.stream().map(SampleFormat::word).collect(Collectors.joining(", "))));
  }
}
