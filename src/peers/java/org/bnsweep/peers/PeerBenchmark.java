package org.bnsweep.peers;

import ai.djl.ndarray.types.DataType;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.ByNetwork;

/**
 * Trains pairs in one library, one after the other on this thread, and says what they took:
 *
 * <pre>
 * accuracy SEED WITH-BN WITHOUT    of each pair, in its last epoch
 * first CPU WALL                   seconds from the start of the process to the end of its first pair
 * steady CPU                       seconds of a pair, the median of those after the warm-up, if any
 * </pre>
 *
 * <p>CPU seconds are the whole process's, its compiler and collector included.
 */
final class PeerBenchmark {
  private static final int EPOCHS = 20;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private PeerBenchmark() {}

  /**
   * Runs it.
   *
   * @param arguments the peer; its pairs, with the seeds 0, 1, ...; how many of those are warm-up;
   *     when the process was started, in seconds since 1970
   */
  public static void main(String[] arguments) {
    int pairs = Integer.parseInt(arguments[1]);
    int warmUp = Integer.parseInt(arguments[2]);
    double started = Double.parseDouble(arguments[3]);
    Dataset data = SampleSource.load(new DataSettings("embedded", 1000, 0), Configuration::new);
    try (Peer peer = peer(arguments[0], data)) {
      double[] seconds = new double[pairs];
      for (int seed = 0; seed < pairs; seed++) {
        double before = cpuSeconds();
        ByNetwork<Double> accuracies = peer.train(trial(seed), EPOCHS);
        seconds[seed] = cpuSeconds() - before;
        if (seed == 0) {
          print("first %.3f %.3f", cpuSeconds(), System.currentTimeMillis() / 1e3 - started);
        }
        print("accuracy %d %.3f %.3f", seed, accuracies.normalized(), accuracies.plain());
      }
      if (pairs > warmUp) {
        double[] steady = Arrays.copyOfRange(seconds, warmUp, pairs);
        Arrays.sort(steady);
        print("steady %.3f", steady[steady.length / 2]);
      }
    }
  }

  /** Its natives are loaded when it is made, so that no process has another's. */
  private static Peer peer(String name, Dataset data) {
    return switch (name) {
      case "ours" -> new OurPeer(data);
      case "torch64" -> new TorchPeer(data, DataType.FLOAT64);
      case "torch32" -> new TorchPeer(data, DataType.FLOAT32);
      case "dl4j" -> new Dl4jPeer(data);
      default -> throw new IllegalArgumentException("no peer is called " + name);
    };
  }

  /** The default experiment's, from weights with which both networks learn. */
  private static Hyperparameters trial(long seed) {
    return Hyperparameters.builder().weightScale(WeightScale.named("he")).seed(seed).build();
  }

  private static double cpuSeconds() {
    return PROCESS.getProcessCpuTime() / 1e9;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
