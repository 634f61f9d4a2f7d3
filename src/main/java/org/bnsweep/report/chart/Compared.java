package org.bnsweep.report.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.report.model.ProbedSetting;
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
    kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  /** Those of {@code data}, in the order to show them. */
  static List<Compared> of(RunData data) {
    return of(data, data.normalizations());
  }

  /** Those with {@code kinds}, which are some of {@code data}'s. */
  static List<Compared> of(RunData data, Set<NormalizationKind> kinds) {
    return data.comparesKinds() ? each(kinds) : pair(kinds);
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

  /** Its records in {@code setting}; of plain networks, which are all the same, one's. */
  <T> List<T> records(ProbedSetting<T> setting, Function<T, Network> whose) {
    return setting.records(kinds.iterator().next()).stream()
        .filter(one -> whose.apply(one) == network)
        .toList();
  }

  /** A note that {@code count} of {@code all} of its {@code things} are not drawn; empty if 0. */
  String leftOut(long count, long all, String things) {
    return count == 0
        ? ""
        : String.format(Locale.ROOT, "left out %s: %,d of %,d %s", label(), count, all, things);
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
            .map(
                n ->
                    (alone ? "with " + NormalizationKind.fullName(n.kinds()) : n.label())
                        + n.look())
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
