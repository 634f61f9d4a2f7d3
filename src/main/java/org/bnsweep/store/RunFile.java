package org.bnsweep.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * A file of a run folder beside the ledger, in the order to look at them: what a new start removes,
 * what readers open, what the report writes and the page and the terminal name.
 */
public enum RunFile {
  PAGE("report.html", Kind.DRAWN, "everything on one page"),
  ACCURACY_PNG("accuracy.png", Kind.DRAWN, "accuracy of both networks, epoch by epoch"),
  ACCURACY_SVG("accuracy.svg", Kind.DRAWN, ""),
  FINAL_ACCURACY_PNG("final-accuracy.png", Kind.DRAWN, "final accuracy against one axis"),
  FINAL_ACCURACY_SVG("final-accuracy.svg", Kind.DRAWN, ""),
  HEAT_MAP_PNG("heat-map.png", Kind.DRAWN, "final accuracy over two axes"),
  HEAT_MAP_SVG("heat-map.svg", Kind.DRAWN, ""),
  GRADIENTS_PNG("gradients.png", Kind.DRAWN, "each layer's gradient, epoch by epoch"),
  GRADIENTS_SVG("gradients.svg", Kind.DRAWN, ""),
  LANDSCAPE_PNG("landscape.png", Kind.DRAWN, "from least to largest loss along the gradient"),
  LANDSCAPE_SVG("landscape.svg", Kind.DRAWN, ""),
  SUMMARY("summary.csv", Kind.RESULT, "a row per trial and network"),
  PAIRS("pairs.csv", Kind.RESULT, ""),
  SETTINGS("settings.csv", Kind.RESULT, "means and intervals over the seeds"),
  CURVES("curves.parquet", Kind.RESULT, "every point of every curve"),
  ACTIVATIONS("activations.parquet", Kind.RESULT, "how the hidden layers' activations are spread"),
  GRADIENTS("gradients.parquet", Kind.RESULT, "how large each layer's gradient and update are"),
  LANDSCAPE("landscape.parquet", Kind.RESULT, "the loss along the gradient"),
  ORIGINS("origins.csv", Kind.RESULT, "which of the merged runs trained each trial"),
  ANSWERS("summary.json", Kind.RESULT, ""),
  /** Written last and removed first: where it is, the others belong together. */
  MANIFEST("run.json", Kind.RESULT, "settings, versions, arithmetic, fingerprint");

  private enum Kind {
    /** Of the trials. */
    RESULT,
    /** From results: wrong as soon as they change. */
    DRAWN
  }

  private final String fileName;
  private final Kind kind;
  private final String holds;

  RunFile(String fileName, Kind kind, String holds) {
    this.fileName = fileName;
    this.kind = kind;
    this.holds = holds;
  }

  /** Its name in the run folder. */
  public String fileName() {
    return fileName;
  }

  /** What is in it, for people who look for something; empty if another file shows it better. */
  public Optional<String> holds() {
    return Optional.of(holds).filter(text -> !text.isEmpty());
  }

  /** Whether it is drawn from results, and wrong as soon as they change. */
  public boolean drawn() {
    return kind == Kind.DRAWN;
  }

  /** Whether a file of this name is one of a run. */
  static boolean has(String fileName) {
    return Arrays.stream(values()).anyMatch(file -> file.fileName.equals(fileName));
  }
}
