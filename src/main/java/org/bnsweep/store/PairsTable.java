package org.bnsweep.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bnsweep.store.statistics.PairFigures;
import org.bnsweep.store.table.CsvWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.TrialResult.Trained;

/** The file {@code pairs.csv}: a row per trained trial, with BN minus without, in grid order. */
final class PairsTable implements TrialTable<CsvWriter> {
  static final List<String> COLUMNS = columns();

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(HyperparameterCsv.COLUMNS);
    columns.addAll(
        List.of(
            "final_accuracy_difference",
            "best_accuracy_difference",
            "first_epoch_50_difference",
            "first_epoch_90_difference",
            "area_under_curve_difference",
            "final_test_accuracy_difference",
            "lead_epoch"));
    return List.copyOf(columns);
  }

  @Override
  public void add(RecordedTrial trial, CsvWriter csv) throws IOException {
    if (trial.result().outcome() instanceof Trained trained) {
      PairFigures figures = PairFigures.of(trained.curves());
      HyperparameterCsv.write(csv, trial);
      csv.number(figures.finalAccuracy());
      csv.number(figures.bestAccuracy());
      csv.number(figures.firstEpoch50());
      csv.number(figures.firstEpoch90());
      csv.number(figures.areaUnderCurve());
      csv.number(figures.finalTestAccuracy());
      csv.number(figures.leadEpoch());
      csv.endRow();
    }
  }
}
