package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What submit/bench.sh says of itself. */
@DisabledOnOs(OS.WINDOWS)
class BenchScriptTest {
  private static final Pattern LISTED = Pattern.compile("(?m)^  submit/bench\\.sh ([a-z]+)");
  private static final Pattern UNDERSTOOD = Pattern.compile("(?m)^  ([a-z]+)\\) ");

  @TempDir Path folder;
  private StubCheckout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = StubCheckout.at(folder.toRealPath().resolve("clone"), folder.resolve("jdk"));
  }

  private static Set<String> words(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  @Test
  void helpListsWhatItUnderstands() throws Exception {
    Script help = checkout.run(Map.of(), "bench.sh", "--help");
    String script = Files.readString(checkout.home().resolve("submit/bench.sh"));

    assertThat(help.exitCode()).as(help.err()).isZero();
    assertThat(words(LISTED, help.out()))
        .contains("growth", "step")
        .isEqualTo(words(UNDERSTOOD, script.substring(script.indexOf("\nfind_java\n"))));
    assertThat(help.out()).endsWith("Quote the ratios.\n");
  }

  @Test
  void withoutAWordItSaysHowItIsUsed() throws Exception {
    Script run = checkout.run(Map.of(), "bench.sh");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("submit/bench.sh growth [quick] [AXIS...]");
  }
}
