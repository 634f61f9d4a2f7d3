package org.bnsweep.nn;

/** A parameter with one number per unit, {@code [D]}: a bias, gamma or beta. */
public final class VectorParameter implements Parameter {
  private final String name;
  private final double[] values;
  private final double[] gradient;

  VectorParameter(String name, int size) {
    this.name = name;
    this.values = new double[size];
    this.gradient = new double[size];
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return values.length;
  }

  double[] values() {
    return values;
  }

  double[] gradient() {
    return gradient;
  }

  @Override
  public void read(double[] out) {
    System.arraycopy(values, 0, out, 0, values.length);
  }

  @Override
  public void write(double[] newValues) {
    System.arraycopy(newValues, 0, values, 0, values.length);
  }

  @Override
  public void readGradient(double[] out) {
    System.arraycopy(gradient, 0, out, 0, gradient.length);
  }

  @Override
  public void descend(double rate) {
    for (int i = 0; i < values.length; i++) {
      values[i] -= rate * gradient[i];
    }
  }
}
