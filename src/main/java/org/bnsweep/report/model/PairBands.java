package org.bnsweep.report.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.stats.Moments;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;

/**
 * The accuracies of the trials that share some settings, at each epoch that is kept: mean and
 * interval for both networks.
 *
 * <p>Mutable, for one thread.
 */
public final class PairBands {
  private final KeptEpochs kept;
  private final ByNetwork<Curves> networks;
  private long trials;

  PairBands(KeptEpochs kept) {
    this.kept = kept;
    networks = ByNetwork.of(network -> Curves.of(kept));
  }

  /** Counts one trained pair. */
  void add(PairCurves pair) {
    trials++;
    for (Network network : Network.values()) {
      of(network).add(pair.of(network));
    }
  }

  /** Counts all that {@code other} counted; it keeps the same epochs. */
  void add(PairBands other) {
    trials += other.trials;
    for (Network network : Network.values()) {
      of(network).add(other.of(network));
    }
  }

  /** Trained pairs counted. */
  public long trials() {
    return trials;
  }

  /** Which epochs there are. */
  public KeptEpochs kept() {
    return kept;
  }

  /** Accuracy on the training samples at {@code epoch}, one that is kept. */
  public Moments train(Network network, int epoch) {
    return of(network).train.get(Collections.binarySearch(kept.train(), epoch));
  }

  /** Accuracy on the test samples at {@code epoch}, one that is kept of them. */
  public Moments test(Network network, int epoch) {
    return of(network).test.get(Collections.binarySearch(kept.test(), epoch));
  }

  /** Accuracy on the training samples at the last epoch. */
  public Moments last(Network network) {
    return train(network, kept.run() - 1);
  }

  private Curves of(Network network) {
    return networks.of(network);
  }

  /** One network's accuracies, by place in the lists of {@code kept}. */
  private record Curves(KeptEpochs kept, List<Moments> train, List<Moments> test) {

    static Curves of(KeptEpochs kept) {
      return new Curves(kept, moments(kept.train()), moments(kept.test()));
    }

    void add(NetworkCurve curve) {
      for (int i = 0; i < train.size(); i++) {
        train.get(i).add(curve.points().get(kept.train().get(i)).trainAccuracy());
      }
      for (int i = 0; i < test.size(); i++) {
        test.get(i).add(curve.points().get(kept.test().get(i)).testAccuracy());
      }
    }

    void add(Curves other) {
      for (int i = 0; i < train.size(); i++) {
        train.get(i).add(other.train.get(i));
      }
      for (int i = 0; i < test.size(); i++) {
        test.get(i).add(other.test.get(i));
      }
    }

    private static List<Moments> moments(List<Integer> epochs) {
      return Stream.generate(Moments::new).limit(epochs.size()).toList();
    }
  }
}
