package org.bnsweep.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bnsweep.store.statistics.Estimate;
import org.bnsweep.store.statistics.SeriesStatistics;
import org.bnsweep.store.statistics.SettingStatistics;
import org.bnsweep.store.statistics.SweepStatistics;
import org.bnsweep.store.statistics.Threshold;
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
    columns.addAll(List.of("network", "n", "failed", "diverged", "reached_50", "reached_90"));
    for (String figure : SeriesStatistics.FIGURES) {
      columns.addAll(
          List.of(figure + "_mean", figure + "_sd", figure + "_ci95_low", figure + "_ci95_high"));
    }
    return List.copyOf(columns);
  }

  @Override
  public void add(RecordedTrial trial, CsvWriter csv) {
    trainSize = trial.trainSize();
    epochs = trial.epochs();
  }

  @Override
  public void end(CsvWriter csv) throws IOException {
    for (SettingStatistics setting : statistics.settings()) {
      for (Network network : Network.values()) {
        SeriesStatistics series = setting.of(network);
        writeStart(csv, setting, network.word(setting.settings().normalization()));
        csv.number(series.diverged());
        csv.number(series.reached(Threshold.HALF));
        csv.number(series.reached(Threshold.NINETY));
        writeEstimates(csv, series);
      }
      writeStart(csv, setting, "difference");
      csv.empty(3);
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
