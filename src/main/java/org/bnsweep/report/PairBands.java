package org.bnsweep.report;

import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;

/**
 * The accuracies of the trials that share some settings, epoch by epoch: mean and interval for both
 * networks.
 *
 * <p>Mutable, for one thread.
 */
final class PairBands {
  private final Curves bn;
  private final Curves plain;
  private long trials;

  PairBands(int epochs) {
    bn = Curves.of(epochs);
    plain = Curves.of(epochs);
  }

  /** Counts one trained pair. */
  void add(PairCurves pair) {
    trials++;
    bn.add(pair.bn());
    plain.add(pair.plain());
  }

  /** Counts all that {@code other} counted; it has as many epochs. */
  void add(PairBands other) {
    trials += other.trials;
    bn.add(other.bn);
    plain.add(other.plain);
  }

  /** Trained pairs counted. */
  long trials() {
    return trials;
  }

  int epochs() {
    return bn.train.size();
  }

  /** Accuracy on the training samples at {@code epoch}. */
  Band train(Network network, int epoch) {
    return of(network).train.get(epoch);
  }

  /** Accuracy on the test samples at {@code epoch}; counts nothing if the run has none. */
  Band test(Network network, int epoch) {
    return of(network).test.get(epoch);
  }

  /** Accuracy on the training samples at the last epoch. */
  Band last(Network network) {
    return train(network, epochs() - 1);
  }

  private Curves of(Network network) {
    return network == Network.BN ? bn : plain;
  }

  /** One network's accuracies by epoch. */
  private record Curves(List<Band> train, List<Band> test) {

    static Curves of(int epochs) {
      return new Curves(bands(epochs), bands(epochs));
    }

    void add(NetworkCurve curve) {
      for (Point point : curve.points()) {
        train.get(point.epoch()).add(point.trainAccuracy());
        test.get(point.epoch()).add(point.testAccuracy());
      }
    }

    void add(Curves other) {
      for (int epoch = 0; epoch < train.size(); epoch++) {
        train.get(epoch).add(other.train.get(epoch));
        test.get(epoch).add(other.test.get(epoch));
      }
    }

    private static List<Band> bands(int epochs) {
      return Stream.generate(Band::new).limit(epochs).toList();
    }
  }
}
