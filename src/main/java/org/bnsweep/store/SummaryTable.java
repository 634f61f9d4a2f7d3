package org.bnsweep.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bnsweep.stats.CurveFigures;
import org.bnsweep.stats.Figure;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.table.CsvWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Network;

/** The file {@code summary.csv}: a row per trial and network, in the grid's order. */
final class SummaryTable implements TrialTable<CsvWriter> {
  static final String NAME = "summary.csv";

  static final List<String> COLUMNS = columns();

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(HyperparameterCsv.COLUMNS);
    columns.addAll(List.of("network", "status", "diverged_epoch"));
    Stream.of(Figure.values()).map(Figure::word).forEach(columns::add);
    columns.addAll(List.of("seconds", "message"));
    return List.copyOf(columns);
  }

  @Override
  public void add(RecordedTrial trial, Optional<PairFigures> figures, CsvWriter csv)
      throws IOException {
    for (Network network : Network.values()) {
      HyperparameterCsv.write(csv, trial);
      csv.text(network.word());
      csv.text(trial.status(network).word());
      if (figures.isPresent()) {
        write(figures.get().of(network), csv);
      } else {
        csv.empty(1 + Figure.values().length);
      }
      csv.number(trial.result().seconds());
      csv.text(trial.message());
      csv.endRow();
    }
  }

  private static void write(CurveFigures figures, CsvWriter csv) throws IOException {
    csv.number(figures.divergedEpoch());
    for (Figure figure : Figure.values()) {
      write(figure, figures.of(figure), csv);
    }
  }

  /** A field with the value of {@code figure}, or a difference of two; empty if it is NaN. */
  static void write(Figure figure, double value, CsvWriter csv) throws IOException {
    if (figure.isEpoch() && !Double.isNaN(value)) {
      csv.number((long) value);
    } else {
      csv.number(value);
    }
  }
}
