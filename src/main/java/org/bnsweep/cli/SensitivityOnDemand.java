package org.bnsweep.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.Sensitivity;

/** The sensitivity of one trial, which costs several trainings: found out once, if anybody asks. */
final class SensitivityOnDemand implements Supplier<Sensitivity> {
  private final PairTrainer trainer;
  private final Hyperparameters hyperparameters;
  private final PairCurves trained;
  private Optional<Sensitivity> known = Optional.empty();

  SensitivityOnDemand(PairTrainer trainer, Hyperparameters hyperparameters, PairCurves trained) {
    this.trainer = trainer;
    this.hyperparameters = hyperparameters;
    this.trained = trained;
  }

  @Override
  public Sensitivity get() {
    if (known.isEmpty()) {
      known = Optional.of(Sensitivity.of(trainer, hyperparameters, trained));
    }
    return known.get();
  }
}
