package org.bnsweep.files;

import java.util.regex.Pattern;

/**
 * A path or a URI, as a user wrote it.
 *
 * <p>A URI begins with a scheme of two letters or more, a colon and a slash: {@code
 * hdfs://host/runs}, {@code file:/tmp}. Everything else is a path, colons or not: {@code
 * 2024-01-01T10:20:30}, {@code C:\runs}.
 *
 * @param text as it was written
 */
public record Location(String text) {
  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*", Pattern.DOTALL);

  /** Whether it is a URI. */
  public boolean isUri() {
    return URI.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
