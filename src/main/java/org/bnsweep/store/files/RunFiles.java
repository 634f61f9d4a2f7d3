package org.bnsweep.store.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.bnsweep.files.FileSystems;
import org.bnsweep.files.Location;

/**
 * A folder and the files in it, on any file system that Hadoop can write; a file appears complete,
 * or not at all.
 *
 * <p>Names are relative to the folder, with {@code /} between their parts. On a local disk Hadoop's
 * checksum files ({@code .x.crc}) are not written: Parquet has checksums of its own.
 */
public final class RunFiles {
  private static final int BUFFER = 64 * 1024;

  private final String location;
  private final FileSystem fileSystem;
  private final Path root;
  private final StoreTraits traits;
  private final Appearing appearing;

  RunFiles(String location, FileSystem fileSystem) {
    this(location, FileSystems.path(new Location(location)), fileSystem);
  }

  private RunFiles(String location, Path path, FileSystem fileSystem) {
    this.location = location;
    this.fileSystem = fileSystem;
    this.root = fileSystem.makeQualified(path);
    this.traits = StoreTraits.of(fileSystem, root);
    this.appearing = Appearing.of(this, traits.appearance());
  }

  /**
   * The folder at {@code location}, a path or a URI; it need not exist.
   *
   * @throws RunRefusedException if Hadoop has no file system for it
   */
  public static RunFiles at(String location, Configuration configuration) {
    try {
      Path path = FileSystems.path(new Location(location));
      return new RunFiles(location, path, FileSystems.of(path, configuration));
    } catch (IOException | IllegalArgumentException e) {
      // No host was asked yet, so the location is wrong.
      throw new RunRefusedException("cannot open the run folder " + location, e);
    }
  }

  /** The folder as the user wrote it. */
  public String location() {
    return location;
  }

  /** {@code name} as the user would write it, for messages. */
  public String describe(String name) {
    return location.endsWith("/") ? location + name : location + "/" + name;
  }

  public FileSystem fileSystem() {
    return fileSystem;
  }

  StoreTraits traits() {
    return traits;
  }

  public Path root() {
    return root;
  }

  /** The folder without the links that lead to it, where that can be known. */
  public Path realRoot() {
    if (fileSystem instanceof RawLocalFileSystem local) {
      try {
        return new Path(local.pathToFile(root).toPath().toRealPath().toUri());
      } catch (IOException e) {
        // Nothing is there, so it is no other folder either.
        return root;
      }
    }
    return root;
  }

  public Path path(String name) {
    return new Path(root, name);
  }

  /** Whether the folder holds {@code name}. */
  public boolean exists(String name) {
    try {
      return fileSystem.exists(path(name));
    } catch (IOException e) {
      throw StoreException.of("cannot read " + describe(name), e);
    }
  }

  /** The entries of {@code folder} ("" for the run folder itself); none if it is missing. */
  public List<FileStatus> list(String folder) {
    try {
      return List.of(fileSystem.listStatus(folder.isEmpty() ? root : path(folder)));
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw StoreException.of("cannot read " + describe(folder), e);
    }
  }

  /** Opens a file; whoever calls closes. */
  public InputStream open(String name) {
    try {
      return DiskErrors.in(fileSystem.open(path(name), BUFFER));
    } catch (IOException e) {
      throw StoreException.of("cannot read " + describe(name), e);
    }
  }

  /** Begins a file that appears complete, or not at all. */
  public NewFile newFile(String name) throws IOException {
    return appearing.create(name);
  }

  /** Creates a file, or empties it; its folder must exist. Its bytes are on disk once closed. */
  FSDataOutputStream create(String name) throws IOException {
    return new SyncedStream(createUnsynced(name));
  }

  FSDataOutputStream createUnsynced(String name) throws IOException {
    return fileSystem.create(path(name), true, BUFFER);
  }

  /** Reaches the disk before it is closed, so that a rename after it never names an empty file. */
  private static final class SyncedStream extends FSDataOutputStream {
    private final FSDataOutputStream file;
    private boolean closed;

    SyncedStream(FSDataOutputStream file) throws IOException {
      super(DiskErrors.in(file), null);
      this.file = file;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        try (file) {
          file.hsync();
        } catch (FSError e) {
          throw DiskErrors.asException(e);
        }
      }
    }
  }

  /** Moves a complete file to its final name, over the one that may be there. */
  public void replace(String from, String to) throws IOException {
    appearing.replace(from, to);
  }

  void rename(String from, String to) throws IOException {
    if (!fileSystem.rename(path(from), path(to))) {
      throw new IOException("rename of " + from + " to " + to + " was refused");
    }
  }

  public void delete(String name) throws IOException {
    fileSystem.delete(path(name), false);
  }

  /** Deletes a folder, by a path of the file system, unless something is in it at this moment. */
  void deleteEmptyFolder(Path folder) throws IOException {
    if (fileSystem instanceof RawLocalFileSystem local) {
      java.nio.file.Path path = local.pathToFile(folder).toPath();
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(path.toString());
      }
      // Hadoop looks whether it is empty, and then deletes what may have come meanwhile.
      Files.delete(path);
    } else if (fileSystem.listStatus(folder).length == 0) {
      // A name node would refuse it as well, but with a stack trace in its log.
      fileSystem.delete(folder, false);
    }
  }

  public void deleteQuietly(String name) {
    try {
      delete(name);
    } catch (IOException e) {
      // Litter under a hidden name; the next run on the folder removes it.
    }
  }

  /** What writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file that appears under {@code name} when it is complete.
   *
   * @throws StoreException if the disk fails; the old file, if any, is then still there
   */
  public void write(String name, Content content) {
    try {
      NewFile file = newFile(name);
      boolean complete = false;
      try {
        try (OutputStream out = file.stream()) {
          content.writeTo(out);
        }
        file.appear();
        complete = true;
      } finally {
        if (!complete) {
          file.abandon();
        }
      }
    } catch (IOException e) {
      throw new StoreException("cannot write " + describe(name), e);
    }
  }

  /**
   * The hidden name under which {@code name} is written where files appear by rename: {@code
   * trials/.part-1.parquet.tmp}.
   */
  static String temporary(String name) {
    int slash = name.lastIndexOf('/') + 1;
    return name.substring(0, slash) + "." + name.substring(slash) + ".tmp";
  }

  /** The final name of a temporary one, if it is one. */
  public static Optional<String> finalName(String temporary) {
    return temporary.startsWith(".") && temporary.endsWith(".tmp") && temporary.length() > 5
        ? Optional.of(temporary.substring(1, temporary.length() - 4))
        : Optional.empty();
  }

  /** A file by its name in its folder. */
  public record Listed(String name, long bytes) {}

  /** The files in {@code folder}, by name. */
  public List<Listed> files(String folder) {
    return list(folder).stream()
        .filter(FileStatus::isFile)
        .map(status -> new Listed(status.getPath().getName(), status.getLen()))
        .sorted(Comparator.comparing(Listed::name))
        .toList();
  }

  /** The names of the files in {@code folder}, sorted. */
  public List<String> fileNames(String folder) {
    return files(folder).stream().map(Listed::name).toList();
  }
}
