package org.bnsweep.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.report.io.Making;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.io.ScaleRange;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.settings.OptimizerKind;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.TrialCounts;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;

/** The default experiment's curves as NumPy gives them, as a run. */
public record ReferenceRun(RunFacts facts, List<TrialResult> trials) implements RunSource {

  /** The 16 scales for each of {@code seeds}, of 0, 1, 2. */
  public static ReferenceRun of(int... seeds) {
    List<TrialResult> trials = new ArrayList<>();
    for (int seed : seeds) {
      JsonNode file = read(seed);
      for (int i = 0; i < 16; i++) {
        double scale = file.get("scales").get(i).asDouble();
        JsonNode curves = file.get("curves").get(i);
        PairCurves pair = new PairCurves(curve(curves.get("bn")), curve(curves.get("plain")));
        Trial trial =
            new Trial(
                String.format(Locale.ROOT, "%030x%02x", seed, i), settings(scale, 0.01, seed));
        trials.add(new TrialResult(trial, Outcomes.trained(pair), 0.8));
      }
    }
    return new ReferenceRun(facts("weight-scale", 20, 0), trials);
  }

  public static RunFacts facts(String name, int epochs, int testSize) {
    ScaleRange range =
        new ScaleRange(
            0.5,
            4,
            1,
            new ByNetwork<>(
                Optional.of(new ScaleRange.Span(3.733, 1e-4, 0.5411695)),
                Optional.of(new ScaleRange.Span(0.267, 0.1584893, 0.2928645))),
            Map.of());
    Making making =
        new Making(
            Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
            new Provenance("d".repeat(64), "1", 1000, epochs),
            ClassCounts.UNKNOWN,
            Lineage.NONE,
            Map.of("bnsweep", "0.1.0"),
            "",
            new TrialCounts(16, 0, 16, 0, 0),
            "f".repeat(64),
            "b".repeat(64),
            List.of());
    return facts(name, testSize, List.of(range), making);
  }

  /** How the numbers are made of a run of {@code trials} that has no results yet. */
  public static Making begun(int trainSize, int epochs, long trials) {
    return Making.begun(
        new Provenance("", "1", trainSize, epochs),
        ClassCounts.UNKNOWN,
        Lineage.NONE,
        Map.of(),
        trials,
        0);
  }

  /** Of a run of nine seconds. */
  public static RunFacts facts(String name, int testSize, List<ScaleRange> ranges, Making making) {
    return new RunFacts(
        name,
        making.provenance().epochs(),
        making.provenance().trainSize(),
        testSize,
        Optional.empty(),
        9.1,
        ranges,
        Optional.empty(),
        making,
        Map.of(),
        "epochs: " + making.provenance().epochs());
  }

  public static Hyperparameters settings(double scale, double learningRate, long seed) {
    return Hyperparameters.builder()
        .weightScale(new WeightScale(WeightScale.Init.NORMAL, scale))
        .learningRate(learningRate)
        .seed(seed)
        .build();
  }

  /** Two weight scales and learning rates for each of the {@code kinds}, words with blanks. */
  public static ReferenceRun of(String kinds) {
    List<TrialResult> curves = of(0).trials();
    List<TrialResult> trials = new ArrayList<>();
    Map<NormalizationKind, ScaleRange.OfKind> ranges = new EnumMap<>(NormalizationKind.class);
    for (String kind : kinds.split(" ", -1)) {
      NormalizationKind normalization = NormalizationKind.valueOf(kind);
      ranges.put(normalization, new ScaleRange.OfKind(4, 1, span(normalization)));
      for (int i = 0; i < 4; i++) {
        Hyperparameters settings =
            settings(i < 2 ? 0.1 : 0.01, i % 2 == 0 ? 0.1 : 0.01, 0)
                .with(Hyperparameter.NORMALIZATION, normalization);
        Trial trial = new Trial(String.format(Locale.ROOT, "%032x", trials.size()), settings);
        trials.add(new TrialResult(trial, curves.get(trials.size()).outcome(), 0.8));
      }
    }
    RunFacts facts = facts("weight-scale", 20, 0);
    ScaleRange all = facts.ranges().get(0);
    ScaleRange range =
        new ScaleRange(
            all.accuracy(),
            all.tested(),
            all.groups(),
            all.spans(),
            ranges.size() > 1 ? ranges : Map.of());
    return new ReferenceRun(facts("weight-scale", 0, List.of(range), facts.making()), trials);
  }

  private static Optional<ScaleRange.Span> span(NormalizationKind kind) {
    return switch (kind) {
      case BATCH -> Optional.of(new ScaleRange.Span(3.733, 1e-4, 0.5411695));
      case LAYER -> Optional.of(new ScaleRange.Span(2.667, 1e-4, 0.0464159));
      case RMS -> Optional.empty();
    };
  }

  /** Trials whose axes are words: weight scale, optimizer and activation, curves of seed 0. */
  public static ReferenceRun ofWords() {
    return ofWords(0.1);
  }

  /** The same with {@code numbers} as further weight scales. */
  public static ReferenceRun ofWords(double... numbers) {
    List<TrialResult> curves = of(0).trials();
    List<TrialResult> trials = new ArrayList<>();
    List<WeightScale> scales = new ArrayList<>();
    scales.add(new WeightScale(WeightScale.Init.HE, Double.NaN));
    scales.add(new WeightScale(WeightScale.Init.XAVIER, Double.NaN));
    DoubleStream.of(numbers).mapToObj(WeightScale::of).forEach(scales::add);
    for (WeightScale scale : scales) {
      for (OptimizerKind optimizer : OptimizerKind.values()) {
        for (Activation activation : Activation.values()) {
          Hyperparameters settings =
              Hyperparameters.builder()
                  .weightScale(scale)
                  .hidden(List.of(100, 100))
                  .activation(activation)
                  .optimizer(optimizer)
                  .build();
          TrialResult.Outcome outcome = curves.get(trials.size() % 16).outcome();
          trials.add(
              new TrialResult(
                  new Trial(String.format(Locale.ROOT, "%032x", trials.size()), settings),
                  outcome,
                  0.8));
        }
      }
    }
    return new ReferenceRun(facts("words", 20, 0), trials);
  }

  @Override
  public void forEachTrial(Consumer<TrialResult> action) {
    trials.forEach(action);
  }

  private static NetworkCurve curve(JsonNode accuracies) {
    List<Point> points =
        IntStream.range(0, accuracies.size())
            .mapToObj(e -> new Point(e, 10 * e, 1.0, accuracies.get(e).asDouble(), Double.NaN))
            .toList();
    return new NetworkCurve(points, NetworkCurve.NEVER);
  }

  private static JsonNode read(int seed) {
    String name = "/org/bnsweep/reference/curves-seed" + seed + ".json";
    try (InputStream in = ReferenceRun.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
