package org.bnsweep.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class DataSetTest {
  @Test
  void everyPublicSetHasItsChecksumsAndAnHttpsMirror() {
    for (DataSet set : DataSet.values()) {
      assertThat(DataSet.of(set.word())).contains(set);
      assertThat(set.files()).isNotEmpty().allMatch(file -> file.sha256().matches("[0-9a-f]{64}"));
      assertThat(set.mirrors()).isNotEmpty().allMatch(mirror -> mirror.startsWith("https://"));
    }
    assertThat(DataSet.words()).isEqualTo("mnist, fashion-mnist, kmnist, emnist");
  }

  @Test
  void knowsTheOriginalFiles() throws IOException {
    JsonNode pinned;
    try (InputStream in = getClass().getResourceAsStream("mnist-checksums.json")) {
      assertThat(in).isNotNull();
      pinned = new ObjectMapper().readTree(in);
    }
    assertThat(ExpectedFile.MNIST).hasSize(pinned.size());
    for (ExpectedFile file : ExpectedFile.MNIST) {
      assertThat(pinned.get(file.name()).get("bytes").longValue()).isEqualTo(file.bytes());
      assertThat(pinned.get(file.name()).get("sha256").textValue()).isEqualTo(file.sha256());
    }
  }
}
