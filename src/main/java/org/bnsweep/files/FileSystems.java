package org.bnsweep.files;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;

/** Hadoop's file systems, by location. */
public final class FileSystems {
  /** What has the file systems that Hadoop knows by name but does not bring. */
  private static final Map<String, String> MODULES =
      Map.of(
          "s3a", "hadoop-aws",
          "abfs", "hadoop-azure",
          "abfss", "hadoop-azure",
          "wasb", "hadoop-azure",
          "wasbs", "hadoop-azure");

  private FileSystems() {}

  /**
   * {@code location} as Hadoop writes it.
   *
   * @throws IllegalArgumentException if it is empty, or a URI with something wrong in it
   */
  public static Path path(Location location) {
    String text = location.text();
    // Else Hadoop takes what is before a colon for a scheme.
    return location.isUri() || Path.WINDOWS || text.isEmpty()
        ? new Path(text)
        : new Path(null, null, text);
  }

  /**
   * The file system of {@code path}; no host is asked yet.
   *
   * @throws NoFileSystemException if there is none here
   */
  public static FileSystem of(Path path, Configuration configuration) throws IOException {
    String scheme = path.toUri().getScheme();
    if (scheme == null) {
      scheme = FileSystem.getDefaultUri(configuration).getScheme();
    }
    if ("file".equalsIgnoreCase(scheme)) {
      // Made by hand: looking it up would load every file system on the class path.
      FileSystem local = new LocalDisk();
      local.initialize(URI.create("file:///"), configuration);
      return local;
    }
    try {
      // First, as it says more of what is missing than the next.
      FileSystem.getFileSystemClass(scheme, configuration);
      FileSystem found = path.getFileSystem(configuration);
      return found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
    } catch (IOException e) {
      throw new NoFileSystemException(Reason.of(e), e);
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      throw new NoFileSystemException(reason(scheme.toLowerCase(Locale.ROOT), e), e);
    }
  }

  private static String reason(String scheme, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "there is no host " + Reason.of(cause);
      }
      if (cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError) {
        return missing(scheme, cause);
      }
    }
    // What Hadoop asked for the user before 3.5, newer JDKs no longer answer.
    return failure instanceof UnsupportedOperationException
        ? "Hadoop "
            + VersionInfo.getVersion()
            + " opens no "
            + scheme
            + ":// on Java "
            + Runtime.version().feature()
            + ", use a JDK from 17 to 22, or Spark 4.2 or newer"
        : Reason.of(failure);
  }

  private static String missing(String scheme, Throwable cause) {
    String module = MODULES.get(scheme);
    return module == null
        ? "the class path lacks what " + scheme + ":// needs: " + Reason.of(cause)
        : scheme
            + ":// needs "
            + module
            + ", which is not on the class path; give spark-submit --packages org.apache.hadoop:"
            + module
            + ":"
            + VersionInfo.getVersion();
  }
}
