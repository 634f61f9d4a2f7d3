package org.bnsweep.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Numbers less the mean of their feature, over its standard deviation; both are of the training
 * samples, {@code x.mean(axis=0)} and {@code x.std(axis=0)} of NumPy to the last bit. A feature
 * that is the same in all training samples is 0 everywhere. Travels in the form of the numbers
 * below it.
 */
public final class StandardizedValues implements Values {
  private static final long serialVersionUID = 1L;

  private final Values raw;
  private final double[] mean;
  private final double[] deviation;

  private StandardizedValues(Values raw, double[] mean, double[] deviation) {
    this.raw = raw;
    this.mean = mean;
    this.deviation = deviation;
  }

  /** Training samples of {@code features} values, standardized by themselves. */
  public static StandardizedValues ofTraining(Values raw, int features) {
    int count = raw.size() / features;
    double[] mean = new double[features];
    for (int i = 0; i < raw.size(); i++) {
      mean[i % features] += raw.at(i);
    }
    for (int j = 0; j < features; j++) {
      mean[j] /= count;
    }
    double[] deviation = new double[features];
    for (int i = 0; i < raw.size(); i++) {
      double distance = raw.at(i) - mean[i % features];
      deviation[i % features] += distance * distance;
    }
    boolean[] varies = varying(raw, features);
    for (int j = 0; j < features; j++) {
      // A mean that was rounded would leave a constant feature a deviation of its own.
      deviation[j] = varies[j] ? Math.sqrt(deviation[j] / count) : 0;
    }
    return new StandardizedValues(raw, mean, deviation);
  }

  private static boolean[] varying(Values raw, int features) {
    boolean[] varies = new boolean[features];
    for (int i = features; i < raw.size(); i++) {
      varies[i % features] |= raw.at(i) != raw.at(i % features);
    }
    return varies;
  }

  /** Other samples, standardized as these. */
  public StandardizedValues others(Values other) {
    return new StandardizedValues(other, mean, deviation);
  }

  @Override
  public int size() {
    return raw.size();
  }

  @Override
  public double at(int index) {
    int feature = index % mean.length;
    double width = deviation[feature];
    return width == 0 ? 0 : (raw.at(index) - mean[feature]) / width;
  }

  @Override
  public StandardizedValues rows(int features, int[] rows) {
    return others(raw.rows(features, rows));
  }

  @Override
  public Values columns(int features, int[] from) {
    throw new UnsupportedOperationException("columns are chosen before they are standardized");
  }

  @Override
  public long bytes() {
    return raw.bytes() + 2L * Double.BYTES * mean.length;
  }

  @Override
  public void addTo(MessageDigest digest) {
    raw.addTo(digest);
    digest.update("standardized".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String words() {
    String below = raw instanceof RealValues ? "float64" : "bytes";
    return below + ", standardized by the training samples";
  }
}
