package org.bnsweep.config;

/**
 * A configuration that cannot be; the message is one complete line: where, what, the value, and
 * what would be right.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigException(String message) {
    super(OneLine.of(message));
  }
}
