package org.bnsweep.report.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.data.DataSettings;

/**
 * What is known about a run besides its curves.
 *
 * @param name of the run, for people; any text
 * @param epochs points of every curve, 1 and up
 * @param trainSize samples a train accuracy counts, 1 and up
 * @param testSize samples a test accuracy counts, 0 if the run has none
 * @param seconds wall time of the run; NaN if not known
 * @param ranges the trainable ranges, one per threshold; none if weight scales are not compared
 * @param rates the largest learning rates that train; empty if learning rates are not compared
 * @param provenance how the numbers were made, in the order to show: versions, master, data
 *     checksum, fingerprint
 * @param configuration the resolved settings as JSON, to show; any text
 */
public record RunFacts(
    String name,
    int epochs,
    int trainSize,
    int testSize,
    double seconds,
    List<ScaleRange> ranges,
    Optional<LargestRates> rates,
    Map<String, String> provenance,
    String configuration) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public RunFacts {
    if (epochs < 1 || trainSize < 1 || testSize < 0) {
      throw new IllegalArgumentException(
          "epochs, train_size, test_size are "
              + epochs
              + ", "
              + trainSize
              + ", "
              + testSize
              + ", must be at least 1, 1, 0");
    }
    ranges = List.copyOf(ranges);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /**
   * Where the samples come from, as the settings have it: {@value DataSettings#EMBEDDED}, also if
   * they say nothing, or the last name of a folder or URI.
   */
  public String source() {
    try {
      String source = MAPPER.readTree(configuration).path("data").path("source").asText();
      return source.isBlank() ? DataSettings.EMBEDDED : source;
    } catch (JsonProcessingException e) {
      return DataSettings.EMBEDDED;
    }
  }
}
