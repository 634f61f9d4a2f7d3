package org.bnsweep.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bnsweep.stats.Estimate;
import org.bnsweep.stats.Figure;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.stats.SeriesStatistics;
import org.bnsweep.stats.SettingStatistics;
import org.bnsweep.stats.SweepStatistics;
import org.bnsweep.stats.Threshold;
import org.bnsweep.store.table.CsvWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.Network;

/**
 * The file {@code settings.csv}: a row per setting and network over its seeds, and one for their
 * difference, in the order in which the grid first has the settings.
 */
final class SettingsTable implements TrialTable<CsvWriter> {
  static final String NAME = "settings.csv";

  static final List<String> COLUMNS = columns();

  private final SweepStatistics statistics;
  private int trainSize;
  private int epochs;

  /** Writes {@code statistics} as they are at the end. */
  SettingsTable(SweepStatistics statistics) {
    this.statistics = statistics;
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(HyperparameterCsv.SETTINGS);
    columns.addAll(List.of("network", "n", "failed", "diverged"));
    for (Threshold threshold : Threshold.values()) {
      columns.add("reached_" + threshold.percent());
    }
    for (Figure figure : SeriesStatistics.FIGURES) {
      for (String of : List.of("_mean", "_sd", "_ci95_low", "_ci95_high")) {
        columns.add(figure.word() + of);
      }
    }
    return List.copyOf(columns);
  }

  @Override
  public void add(RecordedTrial trial, Optional<PairFigures> figures, CsvWriter csv) {
    trainSize = trial.trainSize();
    epochs = trial.epochs();
  }

  @Override
  public void end(CsvWriter csv) throws IOException {
    for (SettingStatistics setting : statistics.settings()) {
      for (Network network : Network.values()) {
        SeriesStatistics series = setting.of(network);
        writeStart(csv, setting, network.word());
        csv.number(series.diverged());
        for (Threshold threshold : Threshold.values()) {
          csv.number(series.reached(threshold));
        }
        writeEstimates(csv, series);
      }
      writeStart(csv, setting, "difference");
      csv.empty(1 + Threshold.values().length);
      writeEstimates(csv, setting.difference());
    }
  }

  private void writeStart(CsvWriter csv, SettingStatistics setting, String series)
      throws IOException {
    HyperparameterCsv.writeSettings(csv, setting.settings(), trainSize, epochs);
    csv.text(series);
    csv.number(setting.trained());
    csv.number(setting.failed());
  }

  private static void writeEstimates(CsvWriter csv, SeriesStatistics series) throws IOException {
    for (Estimate estimate : series.estimates()) {
      csv.number(estimate.mean());
      csv.number(estimate.deviation());
      csv.number(estimate.low());
      csv.number(estimate.high());
    }
    csv.endRow();
  }
}
