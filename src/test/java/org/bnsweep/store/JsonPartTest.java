package org.bnsweep.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in a JSON file that somebody may have written by hand. */
class JsonPartTest {
  private static JsonPart part(String json) {
    return JsonPart.read(new ObjectMapper(), json.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "\"3\"", "null", "{\"a\":3}", "{}"})
  void whatIsNoListIsNotTakenForOne(String value) {
    JsonPart part = part("{\"list\": " + value + "}");

    assertThatThrownBy(() -> part.smallWholes("list"))
        .hasMessage("list is " + value + ", must be a list of whole numbers of 0 or more");
    assertThatThrownBy(() -> part.maps("list"))
        .hasMessage("list is " + value + ", must be a list of maps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[-1]", "[1,2.5]", "[3000000000]", "[[1]]", "[\"1\"]", "[{}]"})
  void wholeNumbersAreNothingElse(String value) {
    assertThatThrownBy(() -> part("{\"list\": " + value + "}").smallWholes("list"))
        .hasMessage("list is " + value + ", must be a list of whole numbers of 0 or more");
  }

  @Test
  void onlyMapsMayBeMissing() {
    assertThat(part("{}").maps("list")).isEmpty();
    assertThatThrownBy(() -> part("{}").smallWholes("list")).hasMessage("list is missing");
    assertThat(part("{\"list\": [0, 7]}").smallWholes("list")).containsExactly(0, 7);
  }
}
