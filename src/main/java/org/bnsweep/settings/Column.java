package org.bnsweep.settings;

/**
 * A column of every table that has trials.
 *
 * @param name the header
 * @param type of its values
 * @param presence whether each row has one
 */
public record Column(String name, Type type, Presence presence) {

  /** What is in it. */
  public enum Type {
    TEXT,
    REAL,
    /** Whole, 32 bits. */
    INTEGER,
    /** Whole, 64 bits. */
    LONG
  }

  /** Whether a row may be without a value. */
  public enum Presence {
    REQUIRED,
    OPTIONAL
  }

  static Column required(String name, Type type) {
    return new Column(name, type, Presence.REQUIRED);
  }

  static Column optional(String name, Type type) {
    return new Column(name, type, Presence.OPTIONAL);
  }

  /** As files that are older than it see it. */
  Column whereFilesMayLackIt() {
    return optional(name, type);
  }

  /**
   * The columns of a row, to be written one after the other.
   *
   * @param <X> what writing can throw
   */
  public interface Sink<X extends Exception> {
    void text(String column, String value) throws X;

    /** NaN leaves an optional column empty. */
    void real(String column, double value) throws X;

    void whole(String column, long value) throws X;
  }

  /** The columns of a row that was read. */
  public interface Source {
    /** Whether the row has a value there. */
    boolean has(String column);

    String text(String column);

    double real(String column);

    long whole(String column);
  }
}
