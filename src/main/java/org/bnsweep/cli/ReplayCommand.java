package org.bnsweep.cli;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.cli.run.FinishedRun;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.DataSettings;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;

/** The command lines that train trials of a run again; each names what is not the default. */
final class ReplayCommand {
  private final RunConfig defaults = ConfigReader.single(List.of());
  private final List<String> ofRun = new ArrayList<>();

  ReplayCommand(FinishedRun run) {
    DataSettings data = defaults.data();
    add("data.source", data.source(), run.source());
    add("train_size", data.trainSize(), run.reader().info().provenance().trainSize());
    add("test_size", data.testSize(), run.testSize());
    run.reader().info().reading().forEach((key, value) -> ofRun.add("data." + key + "=" + value));
    add("epochs", defaults.epochs(), run.reader().info().provenance().epochs());
  }

  private void add(String key, Object byDefault, Object value) {
    if (!byDefault.equals(value)) {
      ofRun.add(key + "=" + value);
    }
  }

  /** {@code submit/local.sh trial --set ...}, to be pasted into a shell. */
  String of(Hyperparameters trial) {
    List<String> settings = new ArrayList<>(Hyperparameter.settings(trial));
    settings.removeAll(Hyperparameter.settings(defaults.grid().get(0)));
    settings.addAll(ofRun);
    StringBuilder command = new StringBuilder("submit/local.sh trial");
    settings.forEach(setting -> command.append(" --set ").append(quoted(setting)));
    return command.toString();
  }

  private static String quoted(String setting) {
    String text = PlainText.oneLine(setting);
    return text.matches("[\\w.,:=/+-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
