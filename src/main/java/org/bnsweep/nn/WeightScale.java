package org.bnsweep.nn;

import java.io.Serializable;
import java.util.Locale;

/**
 * The standard deviation of the initial weights: a number, or a rule that depends on the layer's
 * inputs.
 *
 * @param init the rule
 * @param scale the number when {@code init} is {@code NORMAL}, else NaN
 */
public record WeightScale(Init init, double scale) implements Serializable {

  /** How the standard deviation is found. */
  public enum Init {
    /** A number, the same for every layer. */
    NORMAL,
    /** {@code sqrt(2/n)} for n inputs (He et al. 2015, for ReLU). */
    HE,
    /**
     * {@code sqrt(1/n)} for n inputs (Glorot and Bengio 2010 as the book simplifies it, for
     * sigmoid).
     */
    XAVIER;

    /** The word in YAML, Parquet and CSV. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException if a number is negative, infinite or missing
   */
  public WeightScale {
    if (init == Init.NORMAL && !(scale >= 0 && Double.isFinite(scale))) {
      throw new IllegalArgumentException(
          "weight_scale is " + scale + ", must be a finite number, 0 or more, or he or xavier");
    }
    if (init != Init.NORMAL) {
      scale = Double.NaN;
    }
  }

  /** The same number for every layer. */
  public static WeightScale of(double scale) {
    return new WeightScale(Init.NORMAL, scale);
  }

  /**
   * The rule of that name in any case: {@code he} or {@code relu}, {@code xavier} or {@code
   * sigmoid}.
   *
   * @throws IllegalArgumentException listing the known names
   */
  public static WeightScale named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "he", "relu" -> new WeightScale(Init.HE, Double.NaN);
      case "xavier", "sigmoid" -> new WeightScale(Init.XAVIER, Double.NaN);
      default ->
          throw new IllegalArgumentException(
              "weight_scale is \""
                  + name
                  + "\", must be a number, he (or relu) or xavier (or sigmoid)");
    };
  }

  /** Standard deviation for a layer of {@code fanIn} inputs. */
  public double std(int fanIn) {
    return switch (init) {
      case NORMAL -> scale;
      case HE -> Math.sqrt(2.0 / fanIn);
      case XAVIER -> Math.sqrt(1.0 / fanIn);
    };
  }

  /** The number, or the rule's word. */
  @Override
  public String toString() {
    return init == Init.NORMAL ? Double.toString(scale) : init.word();
  }
}
