package org.bnsweep.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.model.AxisValue;
import org.bnsweep.report.model.CurveBudget;
import org.bnsweep.report.model.Group;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.report.model.Position;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.TrialRow;
import org.bnsweep.settings.AxisScale;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.stats.CurveFigures;
import org.bnsweep.stats.Figure;
import org.bnsweep.store.RunFile;
import org.bnsweep.train.Network;
import org.bnsweep.train.Recording;

/**
 * The data of the page, as JSON that can stand in a script element: {@code <} is written as an
 * escape, so that no text in it ends the element.
 *
 * <p>Columns, not rows: one array per property, in the order of the trials. Values of an axis are
 * indices into its list.
 */
public final class PageJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int ID_DIGITS = 10;
  private static final int MOST_MESSAGES = 200;
  private static final int MOST_LETTERS = 400;
  private static final String LEFT_OUT = "(another message, left out of this page)";

  private final RunData data;
  private final CurveBudget budget;
  private final JsonGenerator json;

  private PageJson(RunData data, JsonGenerator json) {
    this.data = data;
    this.budget = CurveBudget.of(data);
    this.json = json;
  }

  /** The data of {@code data}'s page. */
  public static String of(RunData data) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      new PageJson(data, json).write();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text.toString()
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private void write() throws IOException {
    json.writeStartObject();
    writeFacts();
    NetworkLook.writePair(data.normalizations(), json);
    if (data.comparesKinds()) {
      NetworkLook.writeKinds(data.normalizations(), json);
    }
    writeAxes();
    writeChosenAxes();
    writeGroups();
    if (data.trials().isEmpty()) {
      json.writeNullField("trials");
    } else {
      writeTrials();
    }
    RecordedJson.write(data, json);
    json.writeEndObject();
  }

  private void writeFacts() throws IOException {
    RunFacts facts = data.facts();
    json.writeStringField("name", facts.name());
    json.writeStringField("source", facts.source().orElse(""));
    json.writeStringField("normalization", NormalizationKind.fullName(data.normalizations()));
    json.writeStringField("master", facts.making().master());
    json.writeNumberField("reused", facts.making().trials().reused());
    json.writeBooleanField("finished", facts.making().finished().isPresent());
    json.writeNumberField("epochs", facts.epochs());
    json.writeNumberField("trainSize", facts.trainSize());
    json.writeNumberField("testSize", facts.testSize());
    if (!Double.isNaN(facts.seconds())) {
      json.writeNumberField("seconds", facts.seconds());
    }
    json.writeObjectFieldStart("files");
    for (RunFile file :
        List.of(
            RunFile.CURVES,
            RunFile.SUMMARY,
            RunFile.ACTIVATIONS,
            RunFile.GRADIENTS,
            RunFile.LANDSCAPE)) {
      json.writeStringField(file.name().toLowerCase(Locale.ROOT), file.fileName());
    }
    json.writeEndObject();
    AnswersJson.write(data, json);
    json.writeArrayFieldStart("classWarnings");
    for (String warning : facts.making().classes().warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("recorded");
    for (Recording kind : data.recorded()) {
      json.writeString(kind.name().toLowerCase(Locale.ROOT));
    }
    json.writeEndArray();
    writePairs("provenance", ProvenanceText.of(facts.making()));
    json.writeStringField("configuration", facts.configuration());
    writePairs("reading", facts.reading());
  }

  private void writePairs(String name, Map<String, String> entries) throws IOException {
    json.writeArrayFieldStart(name);
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      json.writeStartArray();
      json.writeString(entry.getKey());
      json.writeString(entry.getValue());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeAxes() throws IOException {
    json.writeArrayFieldStart("axes");
    for (Map.Entry<Hyperparameter, List<AxisValue>> entry : data.axes().entrySet()) {
      json.writeStartObject();
      json.writeStringField("word", entry.getKey().word());
      json.writeStringField("label", entry.getKey().label());
      json.writeStringField("symbol", entry.getKey().symbol());
      json.writeStringField("oracle", entry.getKey().oracle());
      json.writeBooleanField("logarithmic", entry.getKey().scale() == AxisScale.LOGARITHMIC);
      json.writeBooleanField("averaged", data.averaged().contains(entry.getKey()));
      json.writeArrayFieldStart("values");
      for (AxisValue value : shown(entry.getKey(), entry.getValue())) {
        json.writeStartArray();
        json.writeString(value.text());
        json.writeString(value.brief());
        if (value.numeric()) {
          json.writeNumber(value.number());
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What charts of few axes show until the reader picks others. */
  private void writeChosenAxes() throws IOException {
    Optional<Hyperparameter> ofFinals = data.finalAxis();
    if (ofFinals.isPresent()) {
      json.writeStringField("finalAxis", ofFinals.get().word());
    }
    Optional<List<Hyperparameter>> ofHeat = data.heatAxes();
    if (ofHeat.isPresent()) {
      json.writeArrayFieldStart("heatAxes");
      for (Hyperparameter axis : ofHeat.get()) {
        json.writeString(axis.word());
      }
      json.writeEndArray();
    }
  }

  /** Of values that nothing on the page counts, two, which tell that there are several. */
  private List<AxisValue> shown(Hyperparameter axis, List<AxisValue> values) {
    boolean counted = !data.averaged().contains(axis) || !data.trials().isEmpty();
    return counted ? values : values.subList(0, Math.min(2, values.size()));
  }

  private void writeGroups() throws IOException {
    List<Group> groups = data.groups();
    json.writeObjectFieldStart("groups");
    json.writeNumberField("width", budget.text().width());
    json.writeNumberField("scale", budget.text().scale());
    writeInts("epochs", budget.epochs().train().stream().mapToInt(e -> e));
    writeInts("testEpochs", budget.epochs().test().stream().mapToInt(e -> e));
    writeInts("n", groups.stream().mapToInt(g -> (int) g.bands().trials()));
    writePositions(data.shown(), groups.stream().map(Group::position).toList());
    boolean averaged = groups.stream().anyMatch(g -> g.bands().trials() > 1);
    for (Network network : Network.values()) {
      json.writeObjectFieldStart(network.word());
      writeCurves("mean", budget.epochs().train(), (g, e) -> g.train(network, e).mean());
      writeCurves("test", budget.epochs().test(), (g, e) -> g.test(network, e).mean());
      if (averaged) {
        writeCurves(
            "halfWidth", budget.epochs().train(), (g, e) -> g.train(network, e).halfWidth());
        writeCurves(
            "testHalfWidth", budget.epochs().test(), (g, e) -> g.test(network, e).halfWidth());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** A number of the curves at an epoch. */
  @FunctionalInterface
  private interface AtEpoch {
    double of(PairBands bands, int epoch);
  }

  private void writeCurves(String name, List<Integer> epochs, AtEpoch number) throws IOException {
    json.writeArrayFieldStart(name);
    for (Group group : data.groups()) {
      json.writeString(budget.text().encode(epochs, e -> number.of(group.bands(), e)));
    }
    json.writeEndArray();
  }

  private void writeTrials() throws IOException {
    List<TrialRow> trials = data.trials();
    json.writeObjectFieldStart("trials");
    json.writeArrayFieldStart("id");
    for (TrialRow trial : trials) {
      json.writeString(trial.id().substring(0, Math.min(ID_DIGITS, trial.id().length())));
    }
    json.writeEndArray();
    writePositions(data.varying(), trials.stream().map(TrialRow::position).toList());
    for (Network network : Network.values()) {
      writeSummaries(network);
    }
    writeMessages();
    json.writeEndObject();
  }

  /** Each different message once, and which one a failed trial has. */
  private void writeMessages() throws IOException {
    Map<String, Integer> texts = new LinkedHashMap<>();
    json.writeObjectFieldStart("messages");
    json.writeObjectFieldStart("of");
    for (int i = 0; i < data.trials().size(); i++) {
      if (data.trials().get(i).figures().isEmpty()) {
        String text = shortened(data.trials().get(i).message());
        String kept = texts.containsKey(text) || texts.size() < MOST_MESSAGES ? text : LEFT_OUT;
        json.writeNumberField(Integer.toString(i), texts.computeIfAbsent(kept, t -> texts.size()));
      }
    }
    json.writeEndObject();
    json.writeArrayFieldStart("texts");
    for (String text : texts.keySet()) {
      json.writeString(text);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String shortened(String message) {
    return message.length() <= MOST_LETTERS ? message : message.substring(0, MOST_LETTERS) + "...";
  }

  /** Accuracies as counts of samples; -1 for what there is not. */
  private void writeSummaries(Network network) throws IOException {
    RunFacts facts = data.facts();
    json.writeObjectFieldStart(network.word());
    writeColumn("last", network, f -> count(f.of(Figure.FINAL_ACCURACY), facts.trainSize()));
    writeColumn("best", network, f -> count(f.of(Figure.BEST_ACCURACY), facts.trainSize()));
    writeColumn("firstEpoch50", network, f -> f.epoch(Figure.FIRST_EPOCH_50).orElse(-1));
    writeColumn("diverged", network, f -> f.divergedEpoch().orElse(-1));
    if (facts.testSize() > 0) {
      writeColumn("test", network, f -> count(f.of(Figure.FINAL_TEST_ACCURACY), facts.testSize()));
    }
    json.writeEndObject();
  }

  private void writeColumn(String name, Network network, ToIntFunction<CurveFigures> value)
      throws IOException {
    writeInts(
        name,
        data.trials().stream()
            .mapToInt(t -> t.figures().map(f -> value.applyAsInt(f.of(network))).orElse(-1)));
  }

  private void writePositions(List<Hyperparameter> axes, List<Position> positions)
      throws IOException {
    json.writeObjectFieldStart("at");
    for (Hyperparameter axis : axes) {
      writeInts(axis.word(), positions.stream().mapToInt(p -> p.on(axis)));
    }
    json.writeEndObject();
  }

  private void writeInts(String name, IntStream values) throws IOException {
    int[] numbers = values.toArray();
    json.writeFieldName(name);
    json.writeArray(numbers, 0, numbers.length);
  }

  private static int count(double accuracy, int samples) {
    return Double.isNaN(accuracy) ? -1 : (int) Math.round(accuracy * samples);
  }
}
