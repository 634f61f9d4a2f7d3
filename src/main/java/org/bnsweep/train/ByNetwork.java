package org.bnsweep.train;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A value for each network of a pair.
 *
 * @param normalized that of {@link Network#NORMALIZED}
 * @param plain that of {@link Network#PLAIN}
 */
public record ByNetwork<T>(T normalized, T plain) {

  /** What {@code value} says of each, {@link Network#NORMALIZED} first. */
  public static <T> ByNetwork<T> of(Function<Network, T> value) {
    return new ByNetwork<>(value.apply(Network.NORMALIZED), value.apply(Network.PLAIN));
  }

  /** The value of {@code network}. */
  public T of(Network network) {
    return network == Network.NORMALIZED ? normalized : plain;
  }

  /** What {@code change} makes of each, {@link Network#NORMALIZED} first. */
  public <R> ByNetwork<R> map(Function<? super T, ? extends R> change) {
    return new ByNetwork<>(change.apply(normalized), change.apply(plain));
  }

  /** Both values, {@link Network#NORMALIZED} first. */
  public Stream<T> stream() {
    return Stream.of(normalized, plain);
  }
}
