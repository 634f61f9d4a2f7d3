package org.bnsweep.train;

import java.io.Serializable;

/** What both networks of a trial did, with Batch Normalization and without. */
public record PairCurves(NetworkCurve bn, NetworkCurve plain) implements Serializable {

  /** The curve of {@code network}. */
  public NetworkCurve of(Network network) {
    return network == Network.BN ? bn : plain;
  }
}
