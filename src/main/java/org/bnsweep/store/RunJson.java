package org.bnsweep.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.stats.SweepSummary;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.trial.ArithmeticUse;
import org.bnsweep.store.trial.Provenance;

/**
 * The manifest {@code run.json}: people pass it on, so it names no host, no user and no absolute
 * path.
 */
final class RunJson {
  private static final String NAME = RunFile.MANIFEST.fileName();

  /** Where it is while new results are written; also after a crash in their midst. */
  private static final String BEFORE = "." + NAME + ".before";

  private static final String SUMMARY = RunFile.ANSWERS.fileName();

  /** A key of the summary that is there if the run has several kinds of normalization. */
  private static final String OF_KINDS = "normalizations";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private static final int FORMAT = 1;
  private static final int MAX_BYTES = 16 << 20;

  /** {@code /a/b}, {@code ~/a}, {@code C:\a}, {@code \\host\a}, {@code hdfs://host/a}. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?s)(/|~|\\\\|[A-Za-z]:[/\\\\]|[A-Za-z][A-Za-z0-9+.-]*:/).*");

  private RunJson() {}

  /** Whether a file of this name is one that {@link #setAside} leaves. */
  static boolean isSetAside(String fileName) {
    return fileName.equals(BEFORE);
  }

  /**
   * Takes it away as long as results change. What only it knows, such as the runs that a run was
   * merged from, is kept for the next one, even if that is written by another process.
   */
  static void setAside(RunFiles files) throws IOException {
    if (files.exists(NAME)) {
      files.replace(NAME, BEFORE);
    }
  }

  /** Removes it for good. */
  static void remove(RunFiles files) throws IOException {
    files.delete(NAME);
    files.delete(BEFORE);
  }

  /** Writes it, in place of the one that was set aside. */
  static void write(RunFiles files, RunInfo info) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("format", FORMAT);
    json.put("name", info.name());
    json.set("settings", withoutPaths(info.settings()));
    ObjectNode versions = json.putObject("versions");
    new TreeMap<>(info.versions()).forEach(versions::put);
    json.put("data_checksum", info.provenance().dataChecksum());
    json.put("numerics_version", info.provenance().numericsVersion());
    json.put("train_size", info.provenance().trainSize());
    json.put("epochs", info.provenance().epochs());
    json.put("started", info.started().toString());
    json.put("finished", info.finished().toString());
    json.put("seconds", info.seconds());
    if (!info.master().isEmpty()) {
      json.put("master", info.master());
    }
    if (!info.classes().equals(ClassCounts.UNKNOWN)) {
      ObjectNode classes = json.putObject("class_counts");
      info.classes().train().forEach(classes.putArray("train")::add);
      info.classes().test().forEach(classes.putArray("test")::add);
    }
    LineageJson.write(json, info.lineage());
    ObjectNode trials = json.putObject("trials");
    trials.put("planned", info.trials().planned());
    trials.put("reused", info.trials().reused());
    trials.put("trained", info.trials().trained());
    trials.put("diverged", info.trials().diverged());
    trials.put("failed", info.trials().failed());
    if (!info.fingerprint().isEmpty()) {
      json.put("fingerprint", info.fingerprint());
    }
    json.put("bits", info.bits());
    ArrayNode arithmetics = json.putArray("arithmetics");
    for (ArithmeticUse use : info.arithmetics()) {
      arithmetics
          .addObject()
          .put("arithmetic", use.arithmetic().id())
          .put("kernel", use.arithmetic().kernel())
          .put("platform", use.arithmetic().platform())
          .put("trials", use.trials());
    }
    write(files, NAME, json);
    files.deleteQuietly(BEFORE);
  }

  static void write(RunFiles files, SweepSummary summary) {
    ObjectNode json = MAPPER.valueToTree(summary);
    if (summary.normalizations().isEmpty()) {
      json.remove(OF_KINDS);
    }
    write(files, SUMMARY, json);
  }

  private static void write(RunFiles files, String name, Object json) {
    try {
      byte[] bytes = MAPPER.writeValueAsBytes(json);
      files.write(
          name,
          out -> {
            out.write(bytes);
            out.write('\n');
          });
    } catch (JsonProcessingException e) {
      throw new StoreException("cannot write " + files.describe(name), e);
    }
  }

  /** That of an earlier run on the folder, set aside or not, if it can be read. */
  static Optional<RunInfo> readIfSound(RunFiles files) {
    try {
      return Stream.of(NAME, BEFORE)
          .filter(files::exists)
          .findFirst()
          .map(name -> read(files, name));
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  /**
   * @throws RunRefusedException if there is none, or it is not one
   * @throws StoreException if the disk fails
   */
  static RunInfo read(RunFiles files) {
    if (!files.exists(NAME)) {
      throw new RunRefusedException(
          files.location()
              + " has no "
              + NAME
              + ": it is no run folder, or its run has not finished and the same command resumes"
              + " it");
    }
    return read(files, NAME);
  }

  private static RunInfo read(RunFiles files, String name) {
    byte[] bytes = bytes(files, name);
    try {
      return parse(JsonPart.read(MAPPER, bytes));
    } catch (IllegalArgumentException e) {
      throw new RunRefusedException(files.describe(name) + " is not a manifest of a run", e);
    }
  }

  /**
   * @throws RunRefusedException if there is none, or it is not one
   * @throws StoreException if the disk fails
   */
  static SweepSummary readSummary(RunFiles files) {
    byte[] bytes = bytes(files, SUMMARY);
    try {
      ObjectNode json = (ObjectNode) JsonPart.read(MAPPER, bytes).node();
      if (!json.has(OF_KINDS)) {
        json.putObject(OF_KINDS);
      }
      return MAPPER.treeToValue(json, SweepSummary.class);
    } catch (IllegalArgumentException e) {
      throw new RunRefusedException(files.describe(SUMMARY) + " is not the summary of a run", e);
    } catch (IOException e) {
      throw new RunRefusedException(
          files.describe(SUMMARY) + " is not the summary of a run: " + JsonPart.problem(e));
    }
  }

  private static byte[] bytes(RunFiles files, String name) {
    try (InputStream in = files.open(name)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new RunRefusedException(
            files.describe(name) + " is larger than " + MAX_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw StoreException.of("cannot read " + files.describe(name), e);
    }
  }

  private static RunInfo parse(JsonPart json) {
    String name = json.text("name");
    Map<String, String> versions = json.map("versions").texts();
    JsonPart trials = json.map("trials");
    return new RunInfo(
        name,
        json.map("settings").node(),
        versions,
        new Provenance(
            json.text("data_checksum"),
            json.text("numerics_version"),
            json.smallWhole("train_size"),
            json.smallWhole("epochs")),
        json.instant("started"),
        json.instant("finished"),
        new TrialCounts(
            trials.whole("planned"),
            trials.whole("reused"),
            trials.whole("trained"),
            trials.whole("diverged"),
            trials.whole("failed")),
        json.has("bits") ? json.textOrEmpty("fingerprint") : "",
        // Before there were two hashes, the one was of the bits.
        json.text(json.has("bits") ? "bits" : "fingerprint"),
        json.maps("arithmetics").stream().map(RunJson::arithmetic).toList(),
        json.textOrEmpty("master"),
        json.has("class_counts") ? classes(json.map("class_counts")) : ClassCounts.UNKNOWN,
        LineageJson.read(json));
  }

  private static ClassCounts classes(JsonPart counts) {
    return new ClassCounts(counts.smallWholes("train"), counts.smallWholes("test"));
  }

  private static ArithmeticUse arithmetic(JsonPart use) {
    return new ArithmeticUse(
        new Arithmetic(use.text("arithmetic"), use.text("kernel"), use.text("platform")),
        use.whole("trials"));
  }

  /** A copy in which every absolute path or URI is only its last name. */
  static JsonNode withoutPaths(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = MAPPER.createObjectNode();
      node.properties().forEach(e -> copy.set(e.getKey(), withoutPaths(e.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = MAPPER.createArrayNode();
      node.forEach(element -> copy.add(withoutPaths(element)));
      return copy;
    }
    if (node.isTextual() && ABSOLUTE.matcher(node.textValue()).matches()) {
      String trimmed = node.textValue().replaceAll("[/\\\\]+$", "");
      return TextNode.valueOf(trimmed.replaceAll("(?s).*[/\\\\:]", ""));
    }
    return node;
  }
}
