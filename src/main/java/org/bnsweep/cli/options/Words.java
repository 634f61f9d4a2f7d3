package org.bnsweep.cli.options;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.train.Network;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that are one of a few words. */
public final class Words {
  private Words() {}

  /** {@code bn} or {@code plain}. */
  public static final class OfNetwork implements ITypeConverter<Network> {
    @Override
    public Network convert(String text) {
      return find(text, Network.values(), Arrays.stream(Network.values()).map(Network::word));
    }
  }

  /** A metric by its name. */
  public static final class OfMetric implements ITypeConverter<Metric> {
    @Override
    public Metric convert(String text) {
      return find(text, Metric.values(), Arrays.stream(Metric.values()).map(Metric::toString));
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
