package org.bnsweep.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bnsweep.stats.Figure;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.table.CsvWriter;
import org.bnsweep.store.trial.RecordedTrial;

/**
 * The file {@code pairs.csv}: a row per trained trial, the normalized network minus the plain one,
 * in grid order.
 */
final class PairsTable implements TrialTable<CsvWriter> {
  static final String NAME = "pairs.csv";

  static final List<String> COLUMNS = columns();

  private static final List<Figure> FIGURES = Figure.all(Figure.Use.SUBTRACTED);

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(HyperparameterCsv.COLUMNS);
    Figure.all(Figure.Use.SUBTRACTED).forEach(figure -> columns.add(figure.word() + "_difference"));
    columns.add("lead_epoch");
    return List.copyOf(columns);
  }

  @Override
  public void add(RecordedTrial trial, Optional<PairFigures> figures, CsvWriter csv)
      throws IOException {
    if (figures.isPresent()) {
      HyperparameterCsv.write(csv, trial);
      for (Figure figure : FIGURES) {
        SummaryTable.write(figure, figures.get().difference(figure), csv);
      }
      csv.number(figures.get().leadEpoch());
      csv.endRow();
    }
  }
}
