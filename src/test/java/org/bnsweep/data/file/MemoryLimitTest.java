package org.bnsweep.data.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.util.OptionalLong;
import org.bnsweep.data.DataException;
import org.junit.jupiter.api.Test;

class MemoryLimitTest {
  private static final DataFile FILE =
      new DataFile("f", OptionalLong.empty(), InputStream::nullInputStream);

  @Test
  void refusesWhatDoesNotFitTwice() {
    long memory = Runtime.getRuntime().maxMemory();

    assertThatCode(() -> MemoryLimit.check(FILE, memory / 2)).doesNotThrowAnyException();
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> MemoryLimit.check(FILE, memory / 2 + 1))
        .withMessage(
            "f: takes more than %d MB, twice as much while it is read, and Java has %d; take fewer"
                + " samples without data.select, or give it more with -Xmx",
            (memory / 2 + 1) >> 20, memory >> 20);
  }
}
