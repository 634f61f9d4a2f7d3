package org.bnsweep.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder on any file system Hadoop can open, the local one included. */
final class HadoopFolder implements DataFolder {
  private final FileSystem fileSystem;
  private final Path folder;

  private HadoopFolder(FileSystem fileSystem, Path folder) {
    this.fileSystem = fileSystem;
    this.folder = folder;
  }

  /**
   * Opens the folder that {@code data.source} names.
   *
   * @throws DataException if it is missing, is a file, or its file system cannot be reached
   */
  static HadoopFolder open(String source, Configuration configuration) {
    String setting = "data.source is " + source;
    try {
      Path folder = new Path(source);
      FileSystem fileSystem = folder.getFileSystem(configuration);
      if (!fileSystem.getFileStatus(folder).isDirectory()) {
        throw new DataException(
            setting + ", which is a file; it must be a folder with the four MNIST files");
      }
      return new HadoopFolder(fileSystem, folder);
    } catch (FileNotFoundException e) {
      throw new DataException(
          setting + ", but there is no such folder; it must be embedded, or a folder or URI", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(setting + ", which cannot be opened: " + DataException.reason(e), e);
    }
  }

  @Override
  public DataFile file(String name) {
    for (String candidate : new String[] {name, name + ".gz"}) {
      Path path = new Path(folder, candidate);
      try {
        return file(path, fileSystem.getFileStatus(path));
      } catch (FileNotFoundException e) {
        // the next candidate, or the end of the loop
      } catch (IOException e) {
        throw new DataException(path + ": cannot be read: " + DataException.reason(e), e);
      }
    }
    throw new DataException(
        folder + ": has neither " + name + " nor " + name + ".gz; fetch-mnist gets the files");
  }

  @Override
  public String hint() {
    return "";
  }

  private DataFile file(Path path, FileStatus status) {
    if (!status.isFile()) {
      throw new DataException(path + ": is a folder, must be an IDX file");
    }
    // Some file systems answer -1 where they cannot know.
    OptionalLong length =
        status.getLen() < 0 ? OptionalLong.empty() : OptionalLong.of(status.getLen());
    return new DataFile(path.toString(), length, () -> fileSystem.open(path));
  }
}
