package org.bnsweep.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.bnsweep.files.DanglingLink;
import org.bnsweep.files.FileSystems;
import org.bnsweep.files.Location;

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
   * @throws DataException if it is missing, is a file, or is on no file system
   * @throws DataUnavailableException if its disk or host fails
   */
  static HadoopFolder open(String source, Configuration configuration) {
    String setting = "data.source is " + source;
    Path folder;
    FileSystem fileSystem;
    try {
      folder = FileSystems.path(new Location(source));
      // Asks no host yet, so whatever is wrong here is wrong with the source.
      fileSystem = FileSystems.of(folder, configuration);
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(setting + ", which cannot be opened: " + DataException.reason(e), e);
    }
    try {
      if (!fileSystem.getFileStatus(folder).isDirectory()) {
        throw new DataException(
            setting + ", which is a file; it must be a folder with the four MNIST files");
      }
      return new HadoopFolder(fileSystem, folder);
    } catch (FileNotFoundException e) {
      String missing =
          danglingLink(fileSystem, folder)
              .map(link -> ", but " + link)
              .orElse(", but there is no such folder");
      throw new DataException(setting + missing + "; it must be embedded, or a folder or URI", e);
    } catch (IOException e) {
      throw DataException.of(setting + ", which cannot be opened", e);
    }
  }

  private static Optional<DanglingLink> danglingLink(FileSystem fileSystem, Path folder) {
    return fileSystem instanceof RawLocalFileSystem local
        ? DanglingLink.on(local.pathToFile(folder).toPath())
        : Optional.empty();
  }

  @Override
  public DataFile file(String name) {
    Optional<DataException> unfit = Optional.empty();
    for (String candidate : new String[] {name, name + ".gz"}) {
      Path path = new Path(folder, candidate);
      try {
        return file(path, fileSystem.getFileStatus(path));
      } catch (FileNotFoundException e) {
        // the next candidate, or the end of the loop
      } catch (DataException e) {
        // What is no file does not hide one beside it.
        unfit = unfit.or(() -> Optional.of(e));
      } catch (IOException e) {
        throw DataException.of(path + ": cannot be read", e);
      }
    }
    throw unfit.orElseGet(
        () ->
            new DataException(
                folder
                    + ": has neither "
                    + name
                    + " nor "
                    + name
                    + ".gz; fetch-mnist gets the files"));
  }

  @Override
  public String hint() {
    return "";
  }

  private DataFile file(Path path, FileStatus status) {
    if (!status.isFile()) {
      throw new DataException(path + ": is a folder, must be an IDX file");
    }
    if (fileSystem instanceof RawLocalFileSystem local
        && !Files.isRegularFile(local.pathToFile(path).toPath())) {
      // A pipe would be waited for, without end.
      throw new DataException(path + ": is a pipe or device, must be an IDX file");
    }
    // Some file systems answer -1 where they cannot know.
    OptionalLong length =
        status.getLen() < 0 ? OptionalLong.empty() : OptionalLong.of(status.getLen());
    return new DataFile(path.toString(), length, () -> fileSystem.open(path));
  }
}
