package org.bnsweep.train;

import java.io.Serializable;
import java.util.function.Function;

/**
 * What both networks of a trial did.
 *
 * @param normalized of the network with a normalization
 * @param plain of the one without
 */
public record PairCurves(NetworkCurve normalized, NetworkCurve plain) implements Serializable {

  /** The curves that {@code curve} gives, the normalized network's first. */
  public static PairCurves of(Function<Network, NetworkCurve> curve) {
    ByNetwork<NetworkCurve> curves = ByNetwork.of(curve);
    return new PairCurves(curves.normalized(), curves.plain());
  }

  /** The curve of {@code network}. */
  public NetworkCurve of(Network network) {
    return curves().of(network);
  }

  /** What {@code figure} says of each curve. */
  public <T> ByNetwork<T> map(Function<NetworkCurve, T> figure) {
    return curves().map(figure);
  }

  private ByNetwork<NetworkCurve> curves() {
    return new ByNetwork<>(normalized, plain);
  }
}
