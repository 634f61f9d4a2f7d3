package org.bnsweep.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/** The local disk as {@code keyed:///}, for those whose settings of Hadoop have its key. */
public final class KeyedFileSystem extends RawLocalFileSystem {
  /** By name. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "fs.keyed.impl", KeyedFileSystem.class.getName(),
          "fs.keyed.impl.disable.cache", "true",
          "fs.keyed.key", "sesame");

  @Override
  public URI getUri() {
    return URI.create("keyed:///");
  }

  @Override
  public void initialize(URI uri, Configuration configuration) throws IOException {
    if (!configuration.get("fs.keyed.key", "").equals("sesame")) {
      throw new AccessControlException("the key is wrong");
    }
    super.initialize(uri, configuration);
  }
}
