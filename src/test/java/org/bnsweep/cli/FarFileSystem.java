package org.bnsweep.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.Progressable;

/**
 * A file system behind hosts that give nothing, each for the reason it is named for: {@code
 * far://down}, {@code far://forbidden}, {@code far://unknown}, {@code far://empty}.
 */
final class FarFileSystem extends FileSystem {
  private URI uri = URI.create("far:///");

  /** Makes the scheme known to every configuration of this process. */
  static void register() {
    Configuration.addDefaultResource("far-file-system.xml");
  }

  @Override
  public void initialize(URI name, Configuration configuration) throws IOException {
    super.initialize(name, configuration);
    uri = URI.create(name.getScheme() + "://" + name.getAuthority());
  }

  private IOException reason() {
    return switch (String.valueOf(uri.getHost())) {
      case "down" -> new ConnectException("Connection refused");
      case "forbidden" -> new AccessControlException("Permission denied: user=guest");
      case "unknown" -> new UnknownHostException("unknown");
      default -> new FileNotFoundException("no such file");
    };
  }

  @Override
  public URI getUri() {
    return uri;
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    throw reason();
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    throw reason();
  }

  @Override
  public FSDataOutputStream append(Path file, int bufferSize, Progressable progress)
      throws IOException {
    throw reason();
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    throw reason();
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    throw reason();
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    throw reason();
  }

  @Override
  public void setWorkingDirectory(Path path) {
    // Its paths are all absolute.
  }

  @Override
  public Path getWorkingDirectory() {
    return new Path(uri + "/");
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) throws IOException {
    throw reason();
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    throw reason();
  }
}
