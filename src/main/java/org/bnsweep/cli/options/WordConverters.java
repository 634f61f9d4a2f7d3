package org.bnsweep.cli.options;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bnsweep.cli.run.MergeRun.OnConflict;
import org.bnsweep.stats.Figure;
import org.bnsweep.sweep.Shard;
import org.bnsweep.train.Network;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that are one of a few words. */
public final class WordConverters {
  private static final List<Figure> RANKED = Figure.all(Figure.Use.RANKED);

  private WordConverters() {}

  /** {@code bn} or {@code plain}. */
  public static final class OfNetwork implements ITypeConverter<Network> {
    @Override
    public Network convert(String text) {
      return find(text, Network.values(), Arrays.stream(Network.values()).map(Network::word));
    }
  }

  /** A figure that trials are ranked by. */
  public static final class OfFigure implements ITypeConverter<Figure> {
    @Override
    public Figure convert(String text) {
      return find(text, RANKED.toArray(Figure[]::new), RANKED.stream().map(Figure::word));
    }
  }

  /** The words of {@link OfFigure}. */
  public static final class RankedFigures implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return RANKED.stream().map(Figure::word).iterator();
    }
  }

  /** {@code refuse} or {@code first}. */
  public static final class OfConflict implements ITypeConverter<OnConflict> {
    @Override
    public OnConflict convert(String text) {
      return find(
          text,
          OnConflict.values(),
          Arrays.stream(OnConflict.values()).map(word -> word.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** {@code 2/4}. */
  public static final class OfShard implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      return Shard.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "it is "
                          + text
                          + ", must be I/N with I from 1 to N and N at most "
                          + Shard.MOST
                          + ", as 2/4"));
    }
  }

  private static <T> T find(String text, T[] values, Stream<String> ofValues) {
    List<String> words = ofValues.toList();
    int index = words.indexOf(text);
    if (index < 0) {
      throw new TypeConversionException(
          "it is " + text + ", must be one of " + String.join(", ", words));
    }
    return values[index];
  }
}
