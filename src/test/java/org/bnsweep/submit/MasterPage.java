package org.bnsweep.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/**
 * What the master of a standalone cluster on this machine says of itself.
 *
 * @param port of its pages
 */
public record MasterPage(int port) {

  /** Its status; a missing node until it answers: for a moment it listens, but has no pages yet. */
  public JsonNode status() {
    try (InputStream in = URI.create("http://127.0.0.1:" + port + "/json/").toURL().openStream()) {
      return new ObjectMapper().readTree(in);
    } catch (IOException notYet) {
      return MissingNode.getInstance();
    }
  }

  /** How many of its workers are alive. */
  public int aliveWorkers() {
    return status().path("aliveworkers").asInt();
  }
}
