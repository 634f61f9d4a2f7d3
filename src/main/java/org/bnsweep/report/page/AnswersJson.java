package org.bnsweep.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.report.io.LargestRates;
import org.bnsweep.report.io.ScaleRange;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.report.model.RunData;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.Network;

/**
 * What the sweep answers as the page's scripts read it: trainable ranges, largest learning rates,
 * and how many trials there are and diverged; each of every kind where kinds are compared.
 */
final class AnswersJson {
  private final RunData data;
  private final JsonGenerator json;

  private AnswersJson(RunData data, JsonGenerator json) {
    this.data = data;
    this.json = json;
  }

  /** Writes the fields into the object that {@code json} is in. */
  static void write(RunData data, JsonGenerator json) throws IOException {
    AnswersJson answers = new AnswersJson(data, json);
    answers.writeRanges();
    answers.writeRates();
    answers.writeCounts();
  }

  private void writeRanges() throws IOException {
    json.writeArrayFieldStart("ranges");
    for (ScaleRange range : data.facts().ranges()) {
      json.writeStartObject();
      json.writeNumberField("accuracy", range.accuracy());
      json.writeNumberField("tested", range.tested());
      json.writeNumberField("groups", range.groups());
      json.writeObjectFieldStart("spans");
      for (Network network : Network.values()) {
        writeSpan(network.word(), range.spans().of(network));
      }
      json.writeEndObject();
      if (data.comparesKinds() && !range.kinds().isEmpty()) {
        writeKinds(range.kinds());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeKinds(Map<NormalizationKind, ScaleRange.OfKind> kinds) throws IOException {
    json.writeObjectFieldStart("kinds");
    for (NormalizationKind kind : data.normalizations()) {
      ScaleRange.OfKind its = kinds.get(kind);
      if (its != null) {
        json.writeObjectFieldStart(Network.NORMALIZED.word(kind));
        json.writeNumberField("tested", its.tested());
        json.writeNumberField("groups", its.groups());
        writeSpan("span", its.span());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private void writeSpan(String name, Optional<ScaleRange.Span> span) throws IOException {
    if (span.isPresent()) {
      json.writeObjectFieldStart(name);
      json.writeNumberField("decades", span.get().decades());
      json.writeStringField("from", Numbers.brief(span.get().from()));
      json.writeStringField("to", Numbers.brief(span.get().to()));
      json.writeEndObject();
    }
  }

  private void writeRates() throws IOException {
    Optional<LargestRates> rates = data.facts().rates();
    if (rates.isPresent() && data.varying().contains(Hyperparameter.LEARNING_RATE)) {
      json.writeObjectFieldStart("rates");
      json.writeNumberField("accuracy", rates.get().accuracy());
      json.writeObjectFieldStart("largest");
      for (Network network : Network.values()) {
        Optional<Double> rate = rates.get().rates().of(network);
        if (rate.isPresent()) {
          json.writeStringField(network.word(), Numbers.brief(rate.get()));
        }
      }
      json.writeEndObject();
      if (data.comparesKinds() && !rates.get().kinds().isEmpty()) {
        json.writeObjectFieldStart("kinds");
        for (NormalizationKind kind : data.normalizations()) {
          Optional<Double> rate = rates.get().kinds().getOrDefault(kind, Optional.empty());
          if (rate.isPresent()) {
            json.writeStringField(Network.NORMALIZED.word(kind), Numbers.brief(rate.get()));
          }
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
  }

  private void writeCounts() throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("trials", data.counts().trials());
    json.writeNumberField("failed", data.counts().failed());
    json.writeObjectFieldStart("diverged");
    for (Network network : Network.values()) {
      json.writeNumberField(network.word(), data.counts().diverged().of(network));
    }
    json.writeEndObject();
    if (data.comparesKinds()) {
      json.writeObjectFieldStart("divergedKinds");
      for (NormalizationKind kind : data.normalizations()) {
        json.writeNumberField(
            Network.NORMALIZED.word(kind), data.counts().divergedKinds().getOrDefault(kind, 0L));
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
