package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What conf/log4j2.properties makes of what Spark and its libraries log. */
class ConsoleLogTest {
  private static final Configuration SHIPPED =
      ConfigurationFactory.getInstance()
          .getConfiguration(
              new LoggerContext("shipped"),
              "shipped",
              ReferenceSweep.HOME.resolve("conf/log4j2.properties").toUri());

  @BeforeAll
  static void read() {
    SHIPPED.initialize();
  }

  private static String line(Log4jLogEvent.Builder event) {
    return new String(
        SHIPPED
            .getAppender("stderr")
            .getLayout()
            .toByteArray(
                event
                    .setLevel(Level.ERROR)
                    .setLoggerName("org.apache.spark.scheduler.TaskSetManager")
                    .setMessage(new SimpleMessage("stopped"))
                    .build()),
        StandardCharsets.UTF_8);
  }

  @Test
  void aMessageIsALine() {
    assertThat(line(Log4jLogEvent.newBuilder()))
        .matches("\\d\\d:\\d\\d:\\d\\d ERROR TaskSetManager: stopped\\R");
  }

  @Test
  void anExceptionIsTwoMoreLinesAndEndsItsLine() {
    Throwable thrown = new IllegalStateException("a block does not exist");

    assertThat(line(Log4jLogEvent.newBuilder().setThrown(thrown)))
        .matches(
            "\\d\\d:\\d\\d:\\d\\d ERROR TaskSetManager: stopped\\R"
                + "java\\.lang\\.IllegalStateException: a block does not exist\\R"
                + "\tat org\\.bnsweep\\.cli\\.ConsoleLogTest.*\\(ConsoleLogTest\\.java:\\d+\\)"
                // The Log4j of newer Sparks ends the last line by itself.
                + "\\R{1,2}");
  }

  @Test
  void ofTheBlockManagerOnlyWhatIsGoneAlreadyIsLeftOut() {
    assertThat(isLeftOut("Asked to remove block broadcast_0_piece0, which does not exist"))
        .isTrue();
    assertThat(isLeftOut("Putting block rdd_0_0 failed")).isFalse();
  }

  private static boolean isLeftOut(String message) {
    String name = "org.apache.spark.storage.BlockManager";
    return SHIPPED
        .getLoggerConfig(name)
        .isFiltered(
            Log4jLogEvent.newBuilder()
                .setLevel(Level.WARN)
                .setLoggerName(name)
                .setMessage(new SimpleMessage(message))
                .build());
  }
}
