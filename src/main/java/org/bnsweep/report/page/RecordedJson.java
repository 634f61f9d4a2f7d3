package org.bnsweep.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.bnsweep.report.model.LossRange;
import org.bnsweep.report.model.RecordedSamples;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.SampledTrial;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;
import org.bnsweep.train.WeightGradient;

/** What trials kept beside their curves, in the data of the page; nothing of what they did not. */
final class RecordedJson {
  private static final MathContext DIGITS = new MathContext(4);

  private final RunData data;
  private final JsonGenerator json;

  private RecordedJson(RunData data, JsonGenerator json) {
    this.data = data;
    this.json = json;
  }

  /** Writes a field for each kind that there is. */
  static void write(RunData data, JsonGenerator json) throws IOException {
    RecordedJson fields = new RecordedJson(data, json);
    fields.writeActivations();
    fields.writeGradients();
    fields.writeLandscapes();
  }

  /** What {@link #writeTrials} asks for one trial's fields. */
  @FunctionalInterface
  private interface Fields<T> {
    void write(List<T> records) throws IOException;
  }

  private <T> void writeTrials(List<SampledTrial<T>> trials, Fields<T> fields) throws IOException {
    json.writeArrayFieldStart("trials");
    for (SampledTrial<T> trial : trials) {
      json.writeStartObject();
      json.writeObjectFieldStart("at");
      for (Hyperparameter axis : data.varying()) {
        json.writeNumberField(axis.word(), trial.position().on(axis));
      }
      json.writeEndObject();
      fields.write(trial.records());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeActivations() throws IOException {
    List<SampledTrial<LayerActivations>> trials = data.samples().activations();
    if (trials.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("activations");
    json.writeNumberField("perDecade", Histogram.PER_DECADE);
    json.writeNumberField("lowest", Histogram.LOWEST);
    json.writeNumberField("notANumber", Histogram.NOT_A_NUMBER);
    writeTrials(
        trials,
        layers -> {
          json.writeArrayFieldStart("layers");
          for (LayerActivations layer : layers) {
            write(layer);
          }
          json.writeEndArray();
        });
    json.writeEndObject();
  }

  /** {@code [network, epoch, layer, mean, std, dead share, [bin, count, bin, count, ...]]}. */
  private void write(LayerActivations layer) throws IOException {
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

  private void writeGradients() throws IOException {
    List<SampledTrial<WeightGradient>> trials = data.samples().gradients();
    if (trials.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("gradients");
    writeTrials(
        trials,
        gradients -> {
          List<Integer> epochs = writeEpochs(gradients, WeightGradient::epoch);
          writeLayers("norm", gradients, epochs, WeightGradient::norm);
          writeLayers("ratio", gradients, epochs, WeightGradient::updateRatio);
        });
    json.writeEndObject();
  }

  /** A list of numbers for each layer of a network, by epoch. */
  private void writeLayers(
      String name,
      List<WeightGradient> gradients,
      List<Integer> epochs,
      ToDoubleFunction<WeightGradient> number)
      throws IOException {
    record Place(Network network, int layer, int epoch) {}
    Map<Place, Double> numbers = new HashMap<>();
    for (WeightGradient g : gradients) {
      numbers.put(new Place(g.network(), g.layer(), g.epoch()), number.applyAsDouble(g));
    }
    int layers = gradients.stream().mapToInt(WeightGradient::layer).max().orElse(0);
    json.writeObjectFieldStart(name);
    for (Network network : Network.values()) {
      json.writeArrayFieldStart(network.word());
      for (int layer = 1; layer <= layers; layer++) {
        json.writeStartArray();
        for (int epoch : epochs) {
          Place place = new Place(network, layer, epoch);
          json.writeNumber(rounded(numbers.getOrDefault(place, Double.NaN)));
        }
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void writeLandscapes() throws IOException {
    List<SampledTrial<Landscape>> trials = data.samples().landscapes();
    if (trials.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("landscape");
    json.writeNumberField("steps", Landscape.STEPS.size());
    writeTrials(
        trials,
        landscapes -> {
          List<Integer> epochs = writeEpochs(landscapes, Landscape::epoch);
          List<Landscape> points =
              landscapes.stream().filter(l -> epochs.contains(l.epoch())).toList();
          writePoints("least", points, l -> LossRange.of(l).least());
          writePoints("largest", points, l -> LossRange.of(l).largest());
          writePoints("lost", points, l -> LossRange.of(l).lost());
        });
    json.writeEndObject();
  }

  /** A list of numbers for each network, by epoch. */
  private void writePoints(String name, List<Landscape> points, ToDoubleFunction<Landscape> number)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Network network : Network.values()) {
      json.writeArrayFieldStart(network.word());
      for (Landscape point : points) {
        if (point.network() == network) {
          json.writeNumber(rounded(number.applyAsDouble(point)));
        }
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Writes which epochs there are of a trial: not all if they are many. */
  private <T> List<Integer> writeEpochs(List<T> records, Function<T, Integer> epoch)
      throws IOException {
    List<Integer> epochs =
        RecordedSamples.someEpochs(records.stream().map(epoch).distinct().sorted().toList());
    json.writeFieldName("epochs");
    json.writeArray(epochs.stream().mapToInt(e -> e).toArray(), 0, epochs.size());
    return epochs;
  }

  /** Four digits; what is not finite is written as a text, {@code "NaN"}. */
  private static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }
}
