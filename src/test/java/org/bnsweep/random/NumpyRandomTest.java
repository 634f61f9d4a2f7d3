package org.bnsweep.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected numbers are NumPy's own. */
class NumpyRandomTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void repeatsTheReferenceStream(int seed) throws IOException {
    JsonNode expected = reference(seed);
    NumpyRandom random = new NumpyRandom(seed);

    // 7 and 6 values: the spare of the first randn must survive the choice in between
    assertWithinOneUlp(randn(random, 7), doubles(expected.get("randn")));
    assertThat(choice(random, 1000, 100)).isEqualTo(ints(expected.get("choice_1000_100")));
    double[] twoByThree = randn(random, 6);
    assertWithinOneUlp(twoByThree, doubles(expected.get("randn_2x3")));
    double[] uniform = new double[5];
    random.rand(uniform);
    assertThat(uniform).isEqualTo(doubles(expected.get("rand")));
    assertThat(choice(random, 60000, 5)).isEqualTo(ints(expected.get("choice_60000_5")));
    assertThat(choice(random, 64, 8)).isEqualTo(ints(expected.get("choice_64_8")));
  }

  @Test
  void takesTheLargestSeedAndMixesAllDraws() {
    NumpyRandom random = new NumpyRandom(4294967295L);

    assertWithinOneUlp(
        randn(random, 3), 0.6484086742306527, 0.6693235306338161, -1.0805437227474493);
    assertThat(choice(random, 1, 4)).containsExactly(0, 0, 0, 0);
    assertWithinOneUlp(randn(random, 2), 0.2845010447986309, 0.11388773652167104);
    assertThat(random.rand()).isEqualTo(0.9845555560357949);
    assertThat(random.rand()).isEqualTo(0.4142464457254096);
    assertThat(choice(random, 2147483647, 3)).containsExactly(1392430281, 2024276873, 780684889);
    assertWithinOneUlp(randn(random, 2), 0.8676218937929382, -0.7996616824062392);
  }

  @Test
  void staysInStepOverTwoMillionDraws() {
    NumpyRandom random = new NumpyRandom(0);
    double[] values = randn(random, 2_000_001);

    assertWithinOneUlp(
        new double[] {values[1_999_998], values[1_999_999], values[2_000_000]},
        -0.3306125863527845,
        -0.38890854698283245,
        -0.2335780439631799);
    assertThat(choice(random, 1000, 3)).containsExactly(395, 663, 91);
    assertThat(random.rand()).isEqualTo(0.7470863729684506);
  }

  @Test
  void choosesAMillionTimesAsNumpy() {
    NumpyRandom random = new NumpyRandom(0);
    int[] chosen = choice(random, 1000, 1_000_000);

    long sum = 0;
    for (int value : chosen) {
      sum += value;
    }
    assertThat(sum).isEqualTo(499_813_430L);
    assertThat(random.rand()).isEqualTo(0.9746479112855434);
  }

  @Test
  void choiceOfOneDrawsNothing() {
    NumpyRandom random = new NumpyRandom(3);
    NumpyRandom untouched = new NumpyRandom(3);

    assertThat(choice(random, 1, 4)).containsExactly(0, 0, 0, 0);
    assertThat(random.rand()).isEqualTo(untouched.rand());
  }

  @Test
  void fillsOnlyTheGivenPart() {
    double[] whole = randn(new NumpyRandom(5), 4);
    double[] part = {9, 9, 9, 9, 9, 9, 9};
    NumpyRandom random = new NumpyRandom(5);
    random.randn(part, 1, 3);
    assertThat(part).containsExactly(9, whole[0], whole[1], whole[2], 9, 9, 9);
    random.randn(part, 5, 1);
    assertThat(part[5]).isEqualTo(whole[3]);

    NumpyRandom scalar = new NumpyRandom(6);
    double[] uniform = {9, 9, 9, 9};
    new NumpyRandom(6).rand(uniform, 1, 2);
    assertThat(uniform).containsExactly(9, scalar.rand(), scalar.rand(), 9);
    assertThatThrownBy(() -> random.rand(uniform, 3, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> random.randn(uniform, 3, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 4294967296L})
  void rejectsASeedNumpyRejects(long seed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NumpyRandom(seed))
        .withMessage("seed is " + seed + ", must be in 0..4294967295");
  }

  @Test
  void rejectsAChoiceOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choice(new NumpyRandom(0), 0, 1))
        .withMessage("choice of 0 values, must be 1 or more");
  }

  private static double[] randn(NumpyRandom random, int length) {
    double[] out = new double[length];
    random.randn(out);
    return out;
  }

  private static int[] choice(NumpyRandom random, int n, int length) {
    int[] out = new int[length];
    random.choice(n, out);
    return out;
  }

  private static void assertWithinOneUlp(double[] actual, double... expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("randn %d: %s, NumPy %s", i, actual[i], expected[i])
          .isLessThanOrEqualTo(Math.ulp(expected[i]));
    }
  }

  private static JsonNode reference(int seed) throws IOException {
    String name = "rng-seed" + seed + ".json";
    try (InputStream in = NumpyRandomTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new ObjectMapper().readTree(in);
    }
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .flatMap(v -> v.isArray() ? StreamSupport.stream(v.spliterator(), false) : Stream.of(v))
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::intValue).toArray();
  }

  @Test
  void permutesAsNumPy() {
    // numpy.random.RandomState(7).permutation(12), RandomState(0).permutation(1000)[:5]
    assertThat(new NumpyRandom(7).permutation(12))
        .containsExactly(7, 10, 2, 5, 0, 1, 11, 8, 3, 6, 9, 4);
    assertThat(Arrays.copyOf(new NumpyRandom(0).permutation(1000), 5))
        .containsExactly(993, 859, 298, 553, 672);
    assertThat(new NumpyRandom(0).permutation(1)).containsExactly(0);
    assertThat(new NumpyRandom(0).permutation(0)).isEmpty();
  }
}
