package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of a finished run. */
class ResultsWriterTest extends InRunFolder {
  @Test
  void leavesNothingButTheFilesOfARun() throws IOException {
    run(1, TestTrials.result(0));

    assertThat(files())
        .hasSize(7)
        .contains(
            "curves.parquet",
            "pairs.csv",
            "run.json",
            "settings.csv",
            "summary.csv",
            "summary.json")
        .anyMatch(name -> name.matches("trials/part-000001-[0-9a-f]{8}\\.parquet"));
  }

  @Test
  void writesTheSameResultsAgainWhenThereIsNothingToTrain() throws IOException {
    String bits = run(1, TestTrials.result(0)).bits();
    byte[] curves = Files.readAllBytes(folder.resolve("curves.parquet"));

    assertThat(run(1).bits()).isEqualTo(bits);
    assertThat(folder.resolve("curves.parquet")).hasBinaryContent(curves);
    assertThat(files()).hasSize(7);
  }

  @Test
  void writesTheSummaryAsCsv() throws IOException {
    run(2, TestTrials.result(0), TestTrials.failed(1, "=boom,\"x\""));

    String settings = "normal,1.0,0.01,10,4x3,relu,0.25,0.1,sgd,batch,before,1.0E-6,0.9,20,3,0,";
    String failed = "normal,0.1,0.01,10,4x3,relu,0.25,0.1,sgd,batch,before,1.0E-6,0.9,20,3,1,";
    assertThat(folder.resolve("summary.csv"))
        .hasContent(
            String.join(
                "\r\n",
                "trial_id,weight_init,weight_scale,learning_rate,batch_size,hidden,activation,"
                    + "dropout,weight_decay,optimizer,normalization,norm_position,norm_epsilon,bn_momentum,train_size,epochs,seed,network,status,"
                    + "diverged_epoch,final_accuracy,best_accuracy,best_epoch,first_epoch_50,"
                    + "first_epoch_90,area_under_curve,final_test_accuracy,best_test_accuracy,"
                    + "seconds,message",
                TestTrials.id(0) + "," + settings + "bn,ok,,0.25,0.25,2,,,0.125,,,1.5,",
                TestTrials.id(0) + "," + settings + "plain,ok,,0.3125,0.3125,2,,,0.1875,,,1.5,",
                TestTrials.id(1) + "," + failed + "bn,failed,,,,,,,,,,0.25,\"'=boom,\"\"x\"\"\"",
                TestTrials.id(1) + "," + failed + "plain,failed,,,,,,,,,,0.25,\"'=boom,\"\"x\"\"\"",
                ""));
  }

  /** In every table, and read back to the same trial. */
  @ParameterizedTest
  @CsvSource({"BATCH, bn", "LAYER, ln", "RMS, rms"})
  void saysWhatANetworkIs(NormalizationKind kind, String word) throws IOException {
    TrialResult recorded = TestTrials.recorded(0);
    Trial trial =
        new Trial(
            recorded.trial().id(),
            recorded.trial().hyperparameters().with(Hyperparameter.NORMALIZATION, kind));
    TrialResult result = new TrialResult(trial, recorded.outcome(), recorded.seconds());
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(TestTrials.PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        writer.add(result);
      }
      open.finish(ledger, TestTrials.grid(1, i -> trial), TestTrials.WITH_ACTIVATIONS);
    }

    assertThat(folder.resolve("summary.csv"))
        .content()
        .contains(",0," + word + ",ok,")
        .contains(",0,plain,ok,");
    assertThat(folder.resolve("settings.csv"))
        .content()
        .contains(",3," + word + ",1,0,")
        .contains(",3,plain,1,0,");
    List<TrialResult> read = new ArrayList<>();
    RunReader.open(folder.toString(), TestTrials.CONFIGURATION)
        .forEachTrial(each -> read.add(each.result()));
    assertThat(read).containsExactly(result);
  }

  @Test
  void writesPairsAndSettingsAsCsv() throws IOException {
    run(2, TestTrials.result(0), TestTrials.failed(1, "boom"));

    assertThat(Files.readAllLines(folder.resolve("pairs.csv")))
        .hasSize(2)
        .last()
        .asString()
        .endsWith(",0,-0.0625,-0.0625,,,-0.0625,,");
    assertThat(Files.readAllLines(folder.resolve("settings.csv")))
        .hasSize(7)
        .contains(
            "normal,1.0,0.01,10,4x3,relu,0.25,0.1,sgd,batch,before,1.0E-6,0.9,20,3,difference,1,0,,,,"
                + "-0.0625,,,,-0.0625,,,,-0.0625,,,,,,,")
        .contains(
            "normal,0.1,0.01,10,4x3,relu,0.25,0.1,sgd,batch,before,1.0E-6,0.9,20,3,bn,0,1,0,0,0,,,,,,,,,,,,,,,,");
  }

  @Test
  void namesTheColumnsOfTheCurvesAsTheConfigurationDoes() {
    assertThat(CurvesTable.SCHEMA.getFields())
        .extracting(field -> field.getName())
        .containsExactly(
            "trial_id",
            "weight_init",
            "weight_scale",
            "learning_rate",
            "batch_size",
            "hidden",
            "activation",
            "dropout",
            "weight_decay",
            "optimizer",
            "normalization",
            "norm_position",
            "norm_epsilon",
            "bn_momentum",
            "train_size",
            "epochs",
            "seed",
            "network",
            "epoch",
            "iteration",
            "train_accuracy",
            "test_accuracy",
            "train_loss",
            "status",
            "diverged_epoch",
            "arithmetic");
  }
}
