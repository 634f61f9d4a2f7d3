package org.bnsweep.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.Network;

/**
 * How the page calls and draws a network: the scripts know networks by this alone.
 *
 * @param word of the network in the data
 * @param kind the value of the axis that is compared; empty without
 * @param label for people
 * @param beside its label where that of another stands before it
 * @param overall its label beside another where a number is over all pairs
 * @param name in a sentence that has not named it yet
 * @param again in a sentence that has
 * @param dash lengths of dashes and gaps in pixels; none for a solid line
 * @param symbol as the library calls it
 */
record NetworkLook(
    String word,
    String kind,
    String label,
    String beside,
    String overall,
    String name,
    String again,
    List<Integer> dash,
    String symbol) {
  NetworkLook {
    dash = List.copyOf(dash);
  }

  /** Those of pairs with {@code kinds}, in the order to show them. */
  private static List<NetworkLook> pair(Set<NormalizationKind> kinds) {
    String normalized = Network.NORMALIZED.label(kinds);
    return List.of(
        new NetworkLook(
            Network.NORMALIZED.word(),
            "",
            normalized,
            normalized,
            Network.NORMALIZED.overall(kinds),
            single(kinds)
                ? "with " + NormalizationKind.fullName(kinds)
                : "with one of the normalizations",
            single(kinds) ? "with it" : "with one of them",
            List.of(),
            "circle"),
        plain(kinds));
  }

  private static NetworkLook plain(Set<NormalizationKind> kinds) {
    return new NetworkLook(
        Network.PLAIN.word(),
        "",
        Network.PLAIN.label(kinds),
        Network.PLAIN.overall(kinds),
        Network.PLAIN.overall(kinds),
        single(kinds) ? "without it" : "without any",
        "without",
        List.of(6, 4),
        "diamond");
  }

  private static boolean single(Set<NormalizationKind> kinds) {
    return kinds.size() == 1;
  }

  /** Those of {@code kinds} beside each other, in the order to show them. */
  private static List<NetworkLook> each(Set<NormalizationKind> kinds) {
    return Stream.concat(kinds.stream().map(NetworkLook::of), Stream.of(plain(kinds))).toList();
  }

  private static NetworkLook of(NormalizationKind kind) {
    String label = Network.NORMALIZED.label(kind);
    String name = "with " + NormalizationKind.fullName(Set.of(kind));
    List<Integer> dash =
        switch (kind) {
          case BATCH -> List.of();
          case LAYER -> List.of(12, 4);
          case RMS -> List.of(10, 4, 2, 4);
        };
    String symbol =
        switch (kind) {
          case BATCH -> "circle";
          case LAYER -> "rect";
          case RMS -> "triangle";
        };
    return new NetworkLook(
        Network.NORMALIZED.word(kind),
        Hyperparameter.NORMALIZATION.text(kind),
        label,
        label,
        label,
        name,
        label,
        dash,
        symbol);
  }

  /** Writes the field {@code networks}: those of pairs with {@code kinds}. */
  static void writePair(Set<NormalizationKind> kinds, JsonGenerator json) throws IOException {
    write("networks", pair(kinds), json);
  }

  /** Writes the field {@code kinds}: what charts compare in a run with several. */
  static void writeKinds(Set<NormalizationKind> kinds, JsonGenerator json) throws IOException {
    write("kinds", each(kinds), json);
  }

  private static void write(String name, List<NetworkLook> looks, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (NetworkLook look : looks) {
      look.write(json);
    }
    json.writeEndArray();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("word", word);
    if (!kind.isEmpty()) {
      json.writeStringField("kind", kind);
    }
    json.writeStringField("label", label);
    json.writeStringField("short", beside);
    json.writeStringField("overall", overall);
    json.writeStringField("name", name);
    json.writeStringField("it", again);
    // The name of a colour in the style sheet.
    json.writeStringField("colour", word);
    json.writeFieldName("dash");
    json.writeArray(dash.stream().mapToInt(Integer::intValue).toArray(), 0, dash.size());
    json.writeStringField("symbol", symbol);
    // What the others are compared with.
    json.writeBooleanField("baseline", word.equals(Network.PLAIN.word()));
    json.writeEndObject();
  }
}
