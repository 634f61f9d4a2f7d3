package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bnsweep.random.NumpyRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What all layers have in common: shapes, and that a 4-D batch is its flattened 2-D form. */
class LayerShapesTest {
  private static final int WIDTH = 12;
  private static final int OUTPUTS = 5;

  private static final List<int[]> SHAPES =
      List.of(
          new int[] {1, 12},
          new int[] {7, 12},
          new int[] {1, 3, 2, 2},
          new int[] {6, 3, 2, 2},
          new int[] {4, 1, 12, 1},
          new int[] {3, 12, 1, 1},
          new int[] {5, 4, 3});

  /** A layer with numbers of its own, the same each time. */
  private record Made(String name, Supplier<Layer> supplier) {
    Layer layer() {
      return supplier.get();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Made> LAYERS =
      List.of(
          new Made("Affine", LayerShapesTest::affine),
          new Made("BatchNorm", LayerShapesTest::batchNorm),
          new Made("LayerNorm", LayerShapesTest::layerNorm),
          new Made("RmsNorm", LayerShapesTest::rmsNorm),
          new Made("Relu", Relu::new),
          new Made("Sigmoid", Sigmoid::new),
          new Made("Dropout", () -> new Dropout(0.4, new NumpyRandom(3))));

  private static Layer affine() {
    Affine affine = new Affine(1, WIDTH, OUTPUTS, 0.1);
    affine.weights().write(TestTensors.random(1, WIDTH, OUTPUTS).values());
    affine.bias().write(TestTensors.random(2, OUTPUTS).values());
    return affine;
  }

  private static Layer batchNorm() {
    BatchNorm norm = TestTensors.batchNorm(WIDTH);
    norm.gamma().write(TestTensors.random(1, WIDTH).values());
    norm.beta().write(TestTensors.random(2, WIDTH).values());
    return norm;
  }

  private static Layer layerNorm() {
    LayerNorm norm = new LayerNorm(1, WIDTH, Normalization.EPSILON, new Workspace());
    norm.gamma().write(TestTensors.random(1, WIDTH).values());
    norm.beta().write(TestTensors.random(2, WIDTH).values());
    return norm;
  }

  private static Layer rmsNorm() {
    RmsNorm norm = new RmsNorm(1, WIDTH, Normalization.EPSILON, new Workspace());
    norm.gamma().write(TestTensors.random(1, WIDTH).values());
    return norm;
  }

  static Stream<Arguments> layersAndShapes() {
    return LAYERS.stream().flatMap(l -> SHAPES.stream().map(s -> Arguments.of(l, s)));
  }

  static Stream<Arguments> layers() {
    return LAYERS.stream().map(Arguments::of);
  }

  static Stream<Arguments> layersThatDrawNothing() {
    return LAYERS.stream().filter(l -> !(l.layer() instanceof Dropout)).map(Arguments::of);
  }

  static Stream<Arguments> layersWithParameters() {
    return LAYERS.stream().filter(l -> !parameters(l.layer()).isEmpty()).map(Arguments::of);
  }

  private static int[] outputShape(Layer layer, int... shape) {
    return layer instanceof Affine ? new int[] {shape[0], OUTPUTS} : shape;
  }

  @ParameterizedTest
  @MethodSource("layersAndShapes")
  void goesForwardToItsOutputAndBackToTheShapeOfItsInput(Made made, int[] shape) {
    Layer layer = made.layer();
    int[] expected = outputShape(layer, shape);

    assertThat(layer.forward(TestTensors.random(4, shape)).shape()).isEqualTo(expected);
    assertThat(layer.backward(TestTensors.random(5, expected)).shape()).isEqualTo(shape);
    assertThat(layer.evaluate(TestTensors.random(6, shape)).shape()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("layersAndShapes")
  void givesTheSameNumbersForAFlattenedBatch(Made made, int[] shape) {
    Layer flat = made.layer();
    Layer shaped = made.layer();
    int[] flatShape = {shape[0], WIDTH};
    Tensor x = TestTensors.random(4, shape);
    Tensor dout = TestTensors.random(5, outputShape(shaped, shape));
    Tensor flatX = Tensor.of(x.values(), flatShape);
    Tensor flatDout = Tensor.of(dout.values(), outputShape(flat, flatShape));

    assertThat(TestTensors.copy(shaped.forward(x)))
        .isEqualTo(TestTensors.copy(flat.forward(flatX)));
    assertThat(TestTensors.copy(shaped.backward(dout)))
        .isEqualTo(TestTensors.copy(flat.backward(flatDout)));
    for (int k = 0; k < parameters(shaped).size(); k++) {
      assertThat(TestTensors.gradient(parameters(shaped).get(k)))
          .isEqualTo(TestTensors.gradient(parameters(flat).get(k)));
    }
    assertThat(TestTensors.copy(shaped.evaluate(x)))
        .isEqualTo(TestTensors.copy(flat.evaluate(flatX)));
  }

  private static List<Parameter> parameters(Layer layer) {
    if (layer instanceof Affine affine) {
      return List.of(affine.weights(), affine.bias());
    }
    return layer instanceof NormLayer norm ? List.copyOf(norm.parameters()) : List.of();
  }

  /** Buffers grow and shrink; nothing of an earlier batch may be left in a later one. */
  @ParameterizedTest
  @MethodSource("layersThatDrawNothing")
  void forgetsTheBatchesBefore(Made made) {
    Layer used = made.layer();
    for (int n : new int[] {3, 9, 1, 6}) {
      used.forward(TestTensors.random(n, n, WIDTH));
      used.backward(TestTensors.random(n, outputShape(used, n, WIDTH)));
    }
    used.forward(TestTensors.random(8, 2, 3, 2, 2));
    Layer fresh = made.layer();
    Tensor x = TestTensors.random(20, 5, WIDTH);
    Tensor dout = TestTensors.random(21, outputShape(fresh, 5, WIDTH));

    assertThat(TestTensors.copy(used.forward(x))).isEqualTo(TestTensors.copy(fresh.forward(x)));
    assertThat(TestTensors.copy(used.backward(dout)))
        .isEqualTo(TestTensors.copy(fresh.backward(dout)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void leavesItsInputsAsTheyWere(Made made) {
    Layer layer = made.layer();
    Tensor x = TestTensors.random(4, 6, WIDTH);
    Tensor dout = TestTensors.random(5, outputShape(layer, 6, WIDTH));
    double[] xBefore = TestTensors.copy(x);
    double[] doutBefore = TestTensors.copy(dout);

    layer.forward(x);
    layer.backward(dout);
    layer.evaluate(x);

    assertThat(x.values()).isEqualTo(xBefore);
    assertThat(dout.values()).isEqualTo(doutBefore);
  }

  @ParameterizedTest
  @MethodSource("layersWithParameters")
  void namesBothShapesWhereOneDoesNotFit(Made made) {
    Layer layer = made.layer();
    int outputs = outputShape(layer, 1, WIDTH)[1];
    Tensor wrong = TestTensors.random(1, 2, 3, 5);

    String expected =
        made + ": input has shape " + Arrays.toString(wrong.shape()) + ", expected [N, 12]";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layer.forward(wrong))
        .withMessage(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layer.evaluate(wrong))
        .withMessage(expected);
    layer.forward(TestTensors.random(1, 2, WIDTH));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layer.backward(wrong))
        .withMessage(made + ".backward: input has shape [2, 3, 5], expected [N, " + outputs + "]");
  }
}
