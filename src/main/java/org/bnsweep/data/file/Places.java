package org.bnsweep.data.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.DataUnavailableException;
import org.bnsweep.data.file.DataPlace.Entry;
import org.bnsweep.files.DanglingLink;
import org.bnsweep.files.FileSystems;
import org.bnsweep.files.Location;

/** Opens places: the one inside the program, and those on any file system Hadoop can open. */
public final class Places {
  private static final String EMBEDDED_FOLDER = "/org/bnsweep/data/";
  private static final List<String> EMBEDDED_FILES =
      Stream.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
          .map(name -> name + "-ubyte.gz")
          .toList();

  private Places() {}

  /**
   * The place that a setting names.
   *
   * @param key of the setting, as in {@code data.source}
   * @param hadoop asked only for a place other than the embedded one, which needs no Hadoop class
   * @throws DataException if it is missing, or is on no file system
   * @throws DataUnavailableException if its disk or host fails
   */
  public static DataPlace open(String key, String source, Supplier<Configuration> hadoop) {
    return source.equals(DataSettings.EMBEDDED)
        ? embedded()
        : new Opening(key + " is " + source).open(source, hadoop.get());
  }

  private static DataPlace embedded() {
    List<Entry> entries =
        EMBEDDED_FILES.stream().map(name -> (Entry) new Entry.AFile(name, embedded(name))).toList();
    return new DataPlace.Folder(
        DataSettings.EMBEDDED, entries, "; fetch mnist gets all 60000 and 10000");
  }

  private static DataFile embedded(String name) {
    return new DataFile(
        DataSettings.EMBEDDED + ":" + name, OptionalLong.empty(), () -> resource(name));
  }

  private static InputStream resource(String name) throws FileNotFoundException {
    InputStream in = Places.class.getResourceAsStream(EMBEDDED_FOLDER + name);
    if (in == null) {
      throw new FileNotFoundException("the program was built without it");
    }
    return in;
  }

  /** One place being opened, apart so that the embedded one loads nothing of Hadoop. */
  private record Opening(String setting) {

    DataPlace open(String source, Configuration configuration) {
      Path path;
      FileSystem fileSystem;
      try {
        path = FileSystems.path(new Location(source));
        // Asks no host yet, so whatever is wrong here is wrong with the source.
        fileSystem = FileSystems.of(path, configuration);
      } catch (IOException | IllegalArgumentException e) {
        throw new DataException(
            setting + ", which cannot be opened: " + DataException.reason(e), e);
      }
      try {
        FileStatus status = fileSystem.getFileStatus(path);
        if (!status.isDirectory()) {
          return new DataPlace.OneFile(regular(fileSystem, path, status));
        }
        return new DataPlace.Folder(path.toString(), entries(fileSystem, path), "");
      } catch (FileNotFoundException e) {
        String missing =
            danglingLink(fileSystem, path)
                .map(link -> ", but " + link)
                .orElse(", but there is no such file or folder");
        throw new DataException(
            setting + missing + "; it must be embedded, or a file, folder or URI", e);
      } catch (IOException e) {
        throw DataException.of(setting + ", which cannot be opened", e);
      }
    }

    private static Optional<DanglingLink> danglingLink(FileSystem fileSystem, Path path) {
      return fileSystem instanceof RawLocalFileSystem local
          ? DanglingLink.on(local.pathToFile(path).toPath())
          : Optional.empty();
    }

    private DataFile regular(FileSystem fileSystem, Path path, FileStatus status) {
      if (!isRegular(fileSystem, status)) {
        throw new DataException(setting + ", which is a pipe or device, must be a file or folder");
      }
      return file(fileSystem, path, status);
    }

    private static List<Entry> entries(FileSystem fileSystem, Path folder) throws IOException {
      List<Entry> entries = new ArrayList<>();
      for (FileStatus status : listed(fileSystem, folder)) {
        String name = status.getPath().getName();
        Path path = new Path(folder, new Path(null, null, name));
        if (status.isDirectory()) {
          entries.add(new Entry.AFolder(name, path.toString(), filesIn(fileSystem, path)));
        } else if (isRegular(fileSystem, status)) {
          entries.add(new Entry.AFile(name, file(fileSystem, path, status)));
        } else {
          entries.add(new Entry.Other(name, path.toString()));
        }
      }
      return entries;
    }

    private static List<DataFile> filesIn(FileSystem fileSystem, Path folder) throws IOException {
      // Only a folder with the name of a file of samples can hold it, and others may be large.
      if (!folder.getName().toLowerCase(Locale.ROOT).contains("idx")) {
        return List.of();
      }
      List<DataFile> files = new ArrayList<>();
      for (FileStatus status : listed(fileSystem, folder)) {
        if (status.isFile() && isRegular(fileSystem, status)) {
          String name = status.getPath().getName();
          files.add(file(fileSystem, new Path(folder, new Path(null, null, name)), status));
        }
      }
      return files;
    }

    private static List<FileStatus> listed(FileSystem fileSystem, Path folder) throws IOException {
      return Stream.of(fileSystem.listStatus(folder))
          .sorted(Comparator.comparing(status -> status.getPath().getName()))
          .toList();
    }

    private static boolean isRegular(FileSystem fileSystem, FileStatus status) {
      return !(fileSystem instanceof RawLocalFileSystem local)
          || Files.isRegularFile(local.pathToFile(status.getPath()).toPath());
    }

    private static DataFile file(FileSystem fileSystem, Path path, FileStatus status) {
      // Some file systems answer -1 where they cannot know.
      OptionalLong length =
          status.getLen() < 0 ? OptionalLong.empty() : OptionalLong.of(status.getLen());
      return new DataFile(path.toString(), length, () -> fileSystem.open(path));
    }
  }
}
