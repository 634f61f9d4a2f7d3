package org.bnsweep.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.cli.options.HadoopOption;
import org.bnsweep.cli.options.SettingsOption;
import org.bnsweep.cli.run.RunSamples;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.Notices;
import org.bnsweep.cli.terminal.Terminal;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.Point;
import org.bnsweep.train.TrainingData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bnsweep trial}: one pair on this thread, without Spark. */
@Command(
    name = "trial",
    mixinStandardHelpOptions = true,
    header = "Train one pair and print its accuracies.",
    description = {
      "",
      "Train one pair and print the accuracy of both networks, epoch by epoch.",
      "Each line is epoch | without BN - with BN, with a test_size also",
      "| test without BN - with BN.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  bnsweep trial --set weight_scale=0.01",
      "  bnsweep trial --set weight_scale=he --set optimizer=adam --set seed=7 --json",
      "  bnsweep trial --set hidden=[50,30] --set train_size=300 --set epochs=100"
    })
final class TrialCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettingsOption settings;

  @Option(
      names = "--json",
      description = "Print {\"bn\": [...], \"plain\": [...]} instead; ln or rms for bn with these.")
  private boolean json;

  @Mixin private HadoopOption hadoop;

  @Override
  public Integer call() {
    RunConfig config = ConfigReader.single(settings.values());
    tellWhatIsNotUsed(config);
    TrainingData data = new TrainingData(RunSamples.load(config, hadoop, notices()::say));
    boolean tested = config.data().testSize() > 0;
    PrintWriter out = spec.commandLine().getOut();
    try (PairTrainer trainer = new PairTrainer(data)) {
      Hyperparameters h = config.grid().get(0);
      PairCurves curves = trainer.train(h, config.epochs());
      if (json) {
        NormalizationKind kind = h.normalization();
        out.println(
            "{"
                + lists(kind, curves, "", Point::trainAccuracy)
                + (tested ? ", " + lists(kind, curves, "_test", Point::testAccuracy) : "")
                + "}");
      } else {
        print(curves, tested, out);
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  /** Settings of a run that are good to have, but change nothing here. */
  private void tellWhatIsNotUsed(RunConfig config) {
    List<String> unused = new ArrayList<>();
    if (!config.name().equals(ConfigReader.single(List.of()).name())) {
      unused.add("name");
    }
    config.recordings().kinds().forEach(kind -> unused.add(kind.key()));
    if (!unused.isEmpty()) {
      notices().say("trial does not use " + String.join(" and ", unused) + ", which run does");
    }
  }

  private Notices notices() {
    return new Notices(spec.commandLine().getErr(), Terminal.NONE);
  }

  private static String lists(
      NormalizationKind kind, PairCurves curves, String suffix, ToDoubleFunction<Point> accuracy) {
    return Stream.of(Network.values())
        .map(
            network ->
                "\"%s%s\": %s"
                    .formatted(network.word(kind), suffix, list(curves.of(network), accuracy)))
        .collect(Collectors.joining(", "));
  }

  private static String list(NetworkCurve curve, ToDoubleFunction<Point> accuracy) {
    return curve.points().stream()
        .map(point -> Double.toString(accuracy.applyAsDouble(point)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static void print(PairCurves curves, boolean tested, PrintWriter out) {
    List<Point> normalized = curves.normalized().points();
    List<Point> plain = curves.plain().points();
    for (int i = 0; i < normalized.size(); i++) {
      String line =
          String.format(
              Locale.ROOT,
              "epoch:%d | %s - %s",
              normalized.get(i).epoch(),
              plain.get(i).trainAccuracy(),
              normalized.get(i).trainAccuracy());
      String test =
          " | test " + plain.get(i).testAccuracy() + " - " + normalized.get(i).testAccuracy();
      out.println(tested ? line + test : line);
    }
  }
}
