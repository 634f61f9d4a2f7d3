package org.bnsweep.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.TreeMap;
import org.bnsweep.sweep.Shard;

/** What {@code run.json} says of a run's relation to others; nothing if there is none. */
final class LineageJson {
  private LineageJson() {}

  static void write(ObjectNode json, Lineage lineage) {
    lineage.part().ifPresent(part -> write(json, part));
    if (lineage.merged().isEmpty()) {
      return;
    }
    ArrayNode merged = json.putArray("merged");
    for (MergedRun run : lineage.merged()) {
      ObjectNode node = merged.addObject();
      node.put("name", run.name());
      run.part().ifPresent(part -> write(node, part));
      node.put("trials", run.trials());
      node.put("bits", run.bits());
      node.put("started", run.started().toString());
      node.put("finished", run.finished().toString());
      if (!run.master().isEmpty()) {
        node.put("master", run.master());
      }
      ObjectNode versions = node.putObject("versions");
      new TreeMap<>(run.versions()).forEach(versions::put);
    }
  }

  private static void write(ObjectNode json, GridPart part) {
    ObjectNode shard = json.putObject("shard");
    ArrayNode numbers = shard.putArray("numbers");
    part.shard().numbers().forEach(numbers::add);
    shard.put("of", part.shard().of());
    shard.put("grid_trials", part.trials());
  }

  /**
   * @throws IllegalArgumentException naming what is wrong
   */
  static Lineage read(JsonPart json) {
    return new Lineage(part(json), json.maps("merged").stream().map(LineageJson::run).toList());
  }

  private static MergedRun run(JsonPart json) {
    return new MergedRun(
        json.text("name"),
        part(json),
        json.map("versions").texts(),
        json.textOrEmpty("master"),
        json.instant("started"),
        json.instant("finished"),
        json.text("bits"),
        json.whole("trials"));
  }

  private static Optional<GridPart> part(JsonPart json) {
    if (!json.has("shard")) {
      return Optional.empty();
    }
    JsonPart shard = json.map("shard");
    Shard numbers = new Shard(shard.smallWholes("numbers"), shard.smallWhole("of"));
    return Optional.of(new GridPart(numbers, shard.whole("grid_trials")));
  }
}
