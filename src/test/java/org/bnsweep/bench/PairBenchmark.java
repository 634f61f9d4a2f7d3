package org.bnsweep.bench;

import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.TrainingData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One pair of the default experiment, and what of it the matrix products alone would take: the same
 * shapes in the same order. Milliseconds per pair on one core; its quotient by the products in the
 * same pieces is how far training is from the machine's limit, that by whole ones how far from what
 * OpenBLAS does left to itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class PairBenchmark {
  static final int EPOCHS = 20;
  static final Hyperparameters DEFAULT = Hyperparameters.builder().build();

  private PairTrainer trainer;
  private GemmFloor floor;
  private GemmFloor wholeFloor;

  /** Loads the embedded samples and the natives. */
  @Setup(Level.Trial)
  public void open() {
    trainer =
        new PairTrainer(
            new TrainingData(
                SampleSource.load(new DataSettings("embedded", 1000, 0), Configuration::new)));
    floor = GemmFloor.asTraining(DEFAULT, EPOCHS, 1000, 609);
    wholeFloor = GemmFloor.whole(DEFAULT, EPOCHS, 1000, 609);
  }

  /** Gives the memory back. */
  @TearDown(Level.Trial)
  public void close() {
    trainer.close();
    floor.close();
    wholeFloor.close();
  }

  /** 191 updates of both networks and 20 passes over the samples. */
  @Benchmark
  public PairCurves pair() {
    return trainer.train(DEFAULT, EPOCHS);
  }

  /** The products of {@link #pair} and nothing else, in the same pieces. */
  @Benchmark
  public void gemmFloor() {
    floor.run();
  }

  /** The same with one call of OpenBLAS for each product. */
  @Benchmark
  public void gemmWhole() {
    wholeFloor.run();
  }
}
