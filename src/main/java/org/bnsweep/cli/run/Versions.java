package org.bnsweep.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.hadoop.util.VersionInfo;
import picocli.CommandLine.IVersionProvider;

/**
 * The versions of bnsweep and of what its numbers stand on: of what the jar brings, as the build
 * knew them; of what it finds where it runs, as they are there.
 */
public final class Versions implements IVersionProvider {

  /** By name: bnsweep, nd4j, openblas, and the runtime's hadoop, java and spark. */
  public static Map<String, String> all() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> versions = new TreeMap<>();
    properties.forEach((name, version) -> versions.put(name.toString(), version.toString()));
    versions.put("java", System.getProperty("java.version"));
    versions.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    versions.put("hadoop", VersionInfo.getVersion());
    return versions;
  }

  @Override
  public String[] getVersion() {
    return all().entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .toArray(String[]::new);
  }
}
