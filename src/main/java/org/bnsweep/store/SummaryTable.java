package org.bnsweep.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bnsweep.store.statistics.CurveFigures;
import org.bnsweep.store.table.CsvWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;

/** The file {@code summary.csv}: a row per trial and network, in the grid's order. */
final class SummaryTable implements TrialTable<CsvWriter> {
  static final String NAME = "summary.csv";

  static final List<String> COLUMNS = columns();

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(HyperparameterCsv.COLUMNS);
    columns.addAll(
        List.of(
            "network",
            "status",
            "diverged_epoch",
            "final_accuracy",
            "best_accuracy",
            "best_epoch",
            "first_epoch_50",
            "first_epoch_90",
            "area_under_curve",
            "final_test_accuracy",
            "best_test_accuracy",
            "seconds",
            "message"));
    return List.copyOf(columns);
  }

  @Override
  public void add(RecordedTrial trial, CsvWriter csv) throws IOException {
    for (Network network : Network.values()) {
      HyperparameterCsv.write(csv, trial);
      csv.text(trial.word(network));
      csv.text(trial.status(network).word());
      if (trial.curve(network).isPresent()) {
        write(trial.curve(network).get(), csv);
      } else {
        csv.empty(9);
      }
      csv.number(trial.result().seconds());
      csv.text(trial.message());
      csv.endRow();
    }
  }

  private static void write(NetworkCurve curve, CsvWriter csv) throws IOException {
    CurveFigures figures = CurveFigures.of(curve);
    if (curve.diverged()) {
      csv.number(curve.divergedEpoch());
    } else {
      csv.empty(1);
    }
    csv.number(figures.finalAccuracy());
    csv.number(figures.bestAccuracy());
    csv.number(figures.bestEpoch());
    csv.number(figures.firstEpoch50());
    csv.number(figures.firstEpoch90());
    csv.number(figures.areaUnderCurve());
    csv.number(figures.finalTestAccuracy());
    csv.number(figures.bestTestAccuracy());
  }
}
