package org.bnsweep.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.TrialActivations;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;

/** The activations in the data of the page; nothing if the run kept none. */
final class ActivationJson {
  private static final MathContext DIGITS = new MathContext(4);

  private ActivationJson() {}

  /** Writes the field {@code activations} if there are any. */
  static void write(RunData data, JsonGenerator json) throws IOException {
    List<TrialActivations> trials = data.activations();
    if (trials.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("activations");
    json.writeNumberField("perDecade", Histogram.PER_DECADE);
    json.writeNumberField("lowest", Histogram.LOWEST);
    json.writeNumberField("notANumber", Histogram.NOT_A_NUMBER);
    json.writeArrayFieldStart("trials");
    for (TrialActivations trial : trials) {
      json.writeStartObject();
      json.writeObjectFieldStart("at");
      for (Hyperparameter axis : data.varying()) {
        json.writeNumberField(axis.word(), trial.position().on(axis));
      }
      json.writeEndObject();
      json.writeArrayFieldStart("layers");
      for (LayerActivations layer : trial.layers()) {
        write(layer, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** {@code [network, epoch, layer, mean, std, dead share, [bin, count, bin, count, ...]]}. */
  private static void write(LayerActivations layer, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeString(layer.network().word());
    json.writeNumber(layer.epoch());
    json.writeNumber(layer.layer());
    json.writeNumber(rounded(layer.mean()));
    json.writeNumber(rounded(layer.std()));
    json.writeNumber(rounded(layer.deadShare()));
    json.writeStartArray();
    for (int i = 0; i < layer.histogram().size(); i++) {
      json.writeNumber(layer.histogram().bin(i));
      json.writeNumber(layer.histogram().count(i));
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  /** Four digits; what is not finite is written as a text, {@code "NaN"}. */
  private static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }
}
