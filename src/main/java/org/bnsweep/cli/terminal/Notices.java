package org.bnsweep.cli.terminal;

import java.io.PrintWriter;

/** Lines of the program on stderr, where a progress bar may be drawn at the same time. */
public record Notices(PrintWriter err, Terminal terminal) {

  /** Writes a line of its own; what a bar had drawn is overwritten, and drawn again below. */
  public void say(String text) {
    String line = "bnsweep: " + PlainText.oneLine(text);
    // One call, or the thread that draws the bar would write in its midst.
    err.println(terminal.exists() ? overBar(line) : line);
    err.flush();
  }

  private String overBar(String line) {
    return "\r" + line + " ".repeat(Math.max(0, terminal.width() - line.length()));
  }
}
