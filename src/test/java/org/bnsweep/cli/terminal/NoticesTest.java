package org.bnsweep.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private static String said(Terminal terminal, String text) {
    StringWriter err = new StringWriter();
    new Notices(new PrintWriter(err), terminal).say(text);
    return err.toString();
  }

  @Test
  void areLinesOfTheProgram() {
    assertThat(said(Terminal.NONE, "a\nb")).isEqualTo("bnsweep: a b" + System.lineSeparator());
  }

  @Test
  void coverTheBarOnATerminal() {
    assertThat(said(Terminal.of(80), "a"))
        .isEqualTo("\rbnsweep: a" + " ".repeat(69) + System.lineSeparator());
  }

  @Test
  void mayBeLongerThanTheBar() {
    String text = "a".repeat(100);

    assertThat(said(Terminal.of(80), text))
        .isEqualTo("\rbnsweep: " + text + System.lineSeparator());
  }
}
