package org.bnsweep.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void keepsTextOnOneLineWithoutCharactersThatAreNotSeen() {
    assertThat(PlainText.oneLine(" a\r\n  b\u0085c\u2028d ")).isEqualTo("a b c d");
    assertThat(PlainText.oneLine("\u001b[31m\u009b\u0007\u202e\u200b\ud800"))
        .isEqualTo("\\u001b[31m\\u009b\\u0007\\u202e\\u200b\\ud800");
    assertThat(PlainText.oneLine("a\u00a0b\u3000c")).isEqualTo("a\\u00a0b\\u3000c");
    assertThat(PlainText.oneLine("gr\u00fc\u00df \ud83d\ude00"))
        .isEqualTo("gr\u00fc\u00df \ud83d\ude00");
  }

  @Test
  void leavesOutWhoLogsInWithAUri() {
    assertThat(PlainText.oneLine("cannot open s3a://KEY:secret+1=@bucket/runs: s3a://bucket:1/a@b"))
        .isEqualTo("cannot open s3a://...@bucket/runs: s3a://bucket:1/a@b");
  }

  @Test
  void tellsTheKindOfAnErrorWithItsMessage() {
    assertThat(PlainText.message(new NoClassDefFoundError("org/example/A")))
        .isEqualTo("NoClassDefFoundError: org/example/A");
    assertThat(PlainText.message(new IllegalStateException("not now"))).isEqualTo("not now");
    assertThat(PlainText.message(new IllegalStateException())).isEqualTo("IllegalStateException");
    assertThat(PlainText.message(new StackOverflowError())).isEqualTo("StackOverflowError");
  }

  @Test
  void writesSizesTimesAndCounts() {
    assertThat(PlainText.size(0)).isEqualTo("0 bytes");
    assertThat(PlainText.size(999)).isEqualTo("999 bytes");
    assertThat(PlainText.size(15_700)).isEqualTo("15.7 kB");
    assertThat(PlainText.size(785_000)).isEqualTo("785 kB");
    assertThat(PlainText.size(999_999)).isEqualTo("1.0 MB");
    assertThat(PlainText.clock(59.4)).isEqualTo("0:59");
    assertThat(PlainText.clock(59.6)).isEqualTo("1:00");
    assertThat(PlainText.clock(3723)).isEqualTo("1:02:03");
    assertThat(PlainText.count(1, "trial")).isEqualTo("1 trial");
    assertThat(PlainText.count(23_040, "trial")).isEqualTo("23,040 trials");
  }
}
