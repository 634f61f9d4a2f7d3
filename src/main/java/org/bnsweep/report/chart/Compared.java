package org.bnsweep.report.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.report.model.RunData;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.Network;

/**
 * One of the networks that a chart compares: of those of the pair, or, in a run with several
 * normalizations, of one of each kind and the plain one.
 *
 * @param network its place in the pair
 * @param kinds what normalizes its pairs
 * @param ink of its lines
 */
record Compared(Network network, Set<NormalizationKind> kinds, Ink ink) {
  Compared {
    kinds = Set.copyOf(kinds);
  }

  /** Those of {@code data}, in the order to show them. */
  static List<Compared> of(RunData data) {
    return data.comparesKinds() ? each(data.normalizations()) : pair(data.normalizations());
  }

  /** Those of pairs with {@code kinds}. */
  static List<Compared> pair(Set<NormalizationKind> kinds) {
    return Stream.of(Network.values()).map(n -> new Compared(n, kinds, Ink.of(n))).toList();
  }

  private static List<Compared> each(Set<NormalizationKind> kinds) {
    List<Compared> networks = new ArrayList<>();
    for (NormalizationKind kind : kinds) {
      networks.add(new Compared(Network.NORMALIZED, Set.of(kind), Ink.of(kind)));
    }
    networks.add(new Compared(Network.PLAIN, kinds, Ink.of(Network.PLAIN)));
    return networks;
  }

  /** The groups of {@code data} that have it, each of its curves once for the axes of a chart. */
  RunData in(RunData data, Collection<Hyperparameter> drawn) {
    if (network == Network.PLAIN) {
      return data.withOnePlainNetworkEach(drawn);
    }
    return data.comparesKinds() ? data.only(kinds.iterator().next()) : data;
  }

  /** For a legend. */
  String label() {
    return network.label(kinds);
  }

  /** What {@code networks} are and look like, for those who cannot see them. */
  static String words(List<Compared> networks) {
    boolean alone = networks.stream().filter(n -> n.network() == Network.NORMALIZED).count() == 1;
    String normalized =
        networks.stream()
            .filter(n -> n.network() == Network.NORMALIZED)
            .map(n -> (alone ? "with " + NormalizationKind.fullName(n.kinds()) : n.label()) + n.look())
            .collect(Collectors.joining(", "));
    String plain =
        networks.stream()
            .filter(n -> n.network() == Network.PLAIN)
            .map(n -> " and without" + n.look())
            .collect(Collectors.joining());
    return normalized + plain;
  }

  private String look() {
    return " (" + ink.words() + ")";
  }
}
