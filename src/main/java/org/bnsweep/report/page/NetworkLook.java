package org.bnsweep.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.Network;

/**
 * How the page calls and draws a network: the scripts know networks by this alone.
 *
 * @param network which
 * @param label for people
 * @param beside its label where that of another stands before it
 * @param name in a sentence that has not named it yet
 * @param again in a sentence that has
 * @param dash lengths of dashes and gaps in pixels; none for a solid line
 * @param symbol a circle or diamond
 */
record NetworkLook(
    Network network,
    String label,
    String beside,
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
            Network.NORMALIZED,
            normalized,
            normalized,
            "with " + NormalizationKind.fullName(kinds),
            "with it",
            List.of(),
            "circle"),
        new NetworkLook(
            Network.PLAIN,
            Network.PLAIN.label(kinds),
            "without",
            "without it",
            "without",
            List.of(6, 4),
            "diamond"));
  }

  /** Writes the field {@code networks}: those of pairs with {@code kinds}. */
  static void writePair(Set<NormalizationKind> kinds, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("networks");
    for (NetworkLook look : pair(kinds)) {
      look.write(json);
    }
    json.writeEndArray();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("word", network.word());
    json.writeStringField("label", label);
    json.writeStringField("short", beside);
    json.writeStringField("name", name);
    json.writeStringField("it", again);
    // The name of a colour in the style sheet.
    json.writeStringField("colour", network.word());
    json.writeFieldName("dash");
    json.writeArray(dash.stream().mapToInt(Integer::intValue).toArray(), 0, dash.size());
    json.writeStringField("symbol", symbol);
    // What the others are compared with.
    json.writeBooleanField("baseline", network == Network.PLAIN);
    json.writeEndObject();
  }
}
