package org.bnsweep.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  private static final String PROPERTY = "bnsweep.terminal";

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @ParameterizedTest
  @CsvSource({"40, 39", "80, 79", "200, 79", "0, 79", "true, 79", "1, 1"})
  void isAsWideAsTheLauncherFound(String found, int width) {
    System.setProperty(PROPERTY, found);

    assertThat(Terminal.ofStderr().exists()).isTrue();
    assertThat(Terminal.ofStderr().width()).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"false", "''", "-5", "12345678901"})
  void isNoneIfTheLauncherFoundNone(String found) {
    System.setProperty(PROPERTY, found);

    assertThat(Terminal.ofStderr()).isEqualTo(Terminal.NONE);
  }

  @Test
  void isNoneWithoutALauncher() {
    assertThat(Terminal.ofStderr().exists()).isFalse();
  }
}
