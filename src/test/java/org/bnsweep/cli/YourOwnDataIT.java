package org.bnsweep.cli;

import java.util.List;
import java.util.Map;
import org.bnsweep.submit.Script;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The same examples with the packaged jar, which leaves parts of its libraries out. */
@DisabledOnOs(OS.WINDOWS)
class YourOwnDataIT extends YourOwnDataTest {
  @Override
  CliRun run(List<String> words) throws Exception {
    Script run =
        Script.run(
            ReferenceSweep.HOME.resolve("submit/local.sh"),
            folder,
            // With options, no archive of classes is made first.
            Map.of("BNSWEEP_JAVA_OPTIONS", "-Xshare:auto"),
            words.toArray(String[]::new));
    return new CliRun(run.exitCode(), run.out(), run.err());
  }
}
