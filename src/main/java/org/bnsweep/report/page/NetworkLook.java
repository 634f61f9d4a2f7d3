package org.bnsweep.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.bnsweep.train.Network;

/**
 * How the page calls and draws a network: the scripts know networks by this alone.
 *
 * @param network which
 * @param beside its label where that of another stands before it
 * @param name in a sentence that has not named it yet
 * @param again in a sentence that has
 * @param dash lengths of dashes and gaps in pixels; none for a solid line
 * @param symbol a circle or diamond
 */
record NetworkLook(
    Network network, String beside, String name, String again, List<Integer> dash, String symbol) {
  private static final List<NetworkLook> PAIR =
      List.of(
          new NetworkLook(
              Network.NORMALIZED,
              Network.NORMALIZED.label(),
              "with Batch Normalization",
              "with it",
              List.of(),
              "circle"),
          new NetworkLook(
              Network.PLAIN, "without", "without it", "without", List.of(6, 4), "diamond"));

  NetworkLook {
    dash = List.copyOf(dash);
  }

  /** Writes the field {@code networks}: those of a run, in the order to show them. */
  static void writePair(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("networks");
    for (NetworkLook look : PAIR) {
      look.write(json);
    }
    json.writeEndArray();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("word", network.word());
    json.writeStringField("label", network.label());
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
