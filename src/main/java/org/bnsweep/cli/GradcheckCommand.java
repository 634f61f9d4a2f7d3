package org.bnsweep.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bnsweep.cli.options.HadoopOption;
import org.bnsweep.cli.options.SettingsOption;
import org.bnsweep.cli.run.RunSamples;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.Samples;
import org.bnsweep.nn.Architecture;
import org.bnsweep.nn.GradientCheck;
import org.bnsweep.nn.Inputs;
import org.bnsweep.nn.Mlp;
import org.bnsweep.nn.Tensor;
import org.bnsweep.random.NumpyRandom;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.Architectures;
import org.bnsweep.train.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bnsweep gradcheck}: numerical against analytical gradients of both networks. */
@Command(
    name = "gradcheck",
    mixinStandardHelpOptions = true,
    header = "Compare gradients with differences of the loss.",
    description = {
      "",
      "Compare the gradients of both networks with central differences of the loss, at the initial "
          + "weights, in training mode, dropout masks held fixed. Exit code 1 if one differs.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  bnsweep gradcheck",
      "  bnsweep gradcheck --set hidden=[10,10] --set activation=sigmoid --set dropout=0.3"
    })
final class GradcheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettingsOption settings;

  @Option(
      names = "--samples",
      defaultValue = "20",
      description = "Samples of the batch, 4 or more (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--per-parameter",
      defaultValue = "200",
      description = "Numbers perturbed in each parameter (default: ${DEFAULT-VALUE}).")
  private int perParameter;

  @Mixin private HadoopOption hadoop;

  @Override
  public Integer call() {
    RunConfig config = ConfigReader.single(settings.values());
    Hyperparameters h = config.grid().get(0);
    Samples data = RunSamples.load(config, hadoop, line -> {}).train();
    requireAtLeast("--samples", samples, 4);
    requireAtLeast("--per-parameter", perParameter, 1);
    if (samples > data.count()) {
      throw new InputException("--samples is " + samples + ", but train_size is " + data.count());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%-9s%-10s%10s%10s%16s%10s%n",
        "network",
        "parameter",
        "numbers",
        "checked",
        "relative error",
        "bound");
    boolean passed = true;
    for (Network network : Network.values()) {
      GradientCheck check = check(h, network, data);
      print(network.word(h.normalization()), check, out);
      passed &= check.passed();
    }
    out.flush();
    return passed ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void requireAtLeast(String option, int value, int least) {
    if (value < least) {
      throw new InputException(option + " is " + value + ", must be " + least + " or more");
    }
  }

  private GradientCheck check(Hyperparameters h, Network kind, Samples data) {
    Architecture architecture =
        Architectures.of(h, Inputs.all(data.features()), data.classes(), kind);
    double[] x = new double[samples * data.features()];
    int[] labels = new int[samples];
    for (int i = 0; i < samples; i++) {
      labels[i] = data.label(i);
      for (int j = 0; j < data.features(); j++) {
        x[i * data.features() + j] = data.value(i, j);
      }
    }
    try (Mlp network = new Mlp(architecture)) {
      network.initialize(h.weightScale(), new NumpyRandom(h.seed()));
      return GradientCheck.of(
          network, Tensor.of(x, samples, data.features()), labels, perParameter, h.seed());
    }
  }

  private static void print(String network, GradientCheck check, PrintWriter out) {
    for (GradientCheck.Entry entry : check.parameters()) {
      out.printf(
          Locale.ROOT,
          "%-9s%-10s%10d%10d%16.1e%10.0e%s%n",
          network,
          entry.name(),
          entry.size(),
          entry.checked(),
          entry.relativeError(),
          entry.bound(),
          entry.passed() ? "" : "  differs");
    }
  }
}
