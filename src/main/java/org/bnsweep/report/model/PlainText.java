package org.bnsweep.report.model;

/** Text that shows what it is: no line breaks, no control or formatting characters. */
public final class PlainText {

  private PlainText() {}

  /** Whether {@code codePoint} can stand in a line of text without changing how others show. */
  static boolean visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> codePoint != 0xfffe && codePoint != 0xffff;
    };
  }

  /** {@code text} on one line, with a space for each character that is not visible. */
  public static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().map(c -> visible(c) ? c : ' ').forEach(line::appendCodePoint);
    return line.toString();
  }

  /** {@code text} on one line, as character data of HTML and XML. */
  public static String markup(String text) {
    return oneLine(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
