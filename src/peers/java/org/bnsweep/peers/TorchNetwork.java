package org.bnsweep.peers;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.Network;

/**
 * One of the two networks in DJL's own blocks, with its own trainer.
 *
 * <p>PyTorch's running variance is that of a sample, {@code N/(N-1)} times ours, and starts at 1,
 * not 0: neither is seen in an accuracy after some epochs.
 */
final class TorchNetwork implements AutoCloseable {
  private final Model model = Model.newInstance("mlp", "PyTorch");
  private final Optimizer sgd;
  private final Trainer trainer;

  TorchNetwork(Hyperparameters h, Network network, List<DrawnWeights> weights, DataType type) {
    SequentialBlock block = new SequentialBlock();
    for (DrawnWeights layer : weights) {
      block.add(linear(layer));
      if (layer == weights.get(weights.size() - 1)) {
        break;
      }
      if (network == Network.NORMALIZED) {
        block.add(
            BatchNorm.builder()
                .optEpsilon((float) h.normEpsilon())
                .optMomentum((float) h.bnMomentum())
                .build());
      }
      block.add(Activation.reluBlock());
    }
    model.setBlock(block);
    model.setDataType(type);
    sgd = Optimizer.sgd().setLearningRateTracker(Tracker.fixed((float) h.learningRate())).build();
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(sgd)
                .optDevices(new Device[] {Device.cpu()}));
    trainer.initialize(new Shape(h.batchSize(), weights.get(0).inputs()));
  }

  private static Linear linear(DrawnWeights drawn) {
    Linear linear = Linear.builder().setUnits(drawn.outputs()).build();
    linear.setInitializer(
        (manager, shape, type) -> TorchPeer.array(manager, drawn.transposed(), shape, type),
        "weight");
    return linear;
  }

  /** One update; what it makes belongs to the manager of {@code batch}. */
  void update(NDArray batch, NDArray labels) {
    try (GradientCollector gradients = trainer.newGradientCollector()) {
      NDList logits = trainer.forward(new NDList(batch));
      gradients.backward(trainer.getLoss().evaluate(new NDList(labels), logits));
    }
    // What trainer.step() does, too, after it has looked at gradients as if they were float32.
    for (Parameter parameter : model.getBlock().getParameters().values()) {
      if (parameter.requiresGradient()) {
        NDArray values = parameter.getArray();
        try (NDArray gradient = values.getGradient()) {
          sgd.update(parameter.getId(), values, gradient);
        }
      }
    }
  }

  /** How many of {@code x} it classifies as {@code labels}. */
  long correct(NDArray x, NDArray labels) {
    NDArray logits = trainer.evaluate(new NDList(x)).singletonOrThrow();
    return logits.argMax(1).eq(labels).countNonzero().getLong();
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
