package org.bnsweep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;

class VersionsTest {

  @Test
  void areOfTheRuntimeForWhatTheJarDoesNotBring() throws IOException {
    Map<String, String> versions = Versions.all();

    assertThat(versions)
        .containsOnlyKeys("bnsweep", "hadoop", "java", "nd4j", "openblas", "spark")
        .containsEntry("hadoop", VersionInfo.getVersion())
        .containsEntry("java", System.getProperty("java.version"));
    // A class of Spark's own jar knows it, whichever jar that is.
    assertThat(SparkContext.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("-" + versions.get("spark") + ".jar");
    assertThat(ofTheBuild().stringPropertyNames())
        .containsExactlyInAnyOrder("bnsweep", "nd4j", "openblas");
  }

  private static Properties ofTheBuild() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      properties.load(in);
    }
    return properties;
  }
}
