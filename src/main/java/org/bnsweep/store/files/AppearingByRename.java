package org.bnsweep.store.files;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Files of a file system: written under a hidden temporary name, then renamed in one step. */
record AppearingByRename(RunFiles files) implements Appearing {
  @Override
  public NewFile create(String name) throws IOException {
    return new Renamed(name, files.create(RunFiles.temporary(name)));
  }

  private final class Renamed implements NewFile {
    private final String name;
    private final FSDataOutputStream stream;

    Renamed(String name, FSDataOutputStream stream) {
      this.name = name;
      this.stream = stream;
    }

    @Override
    public FSDataOutputStream stream() {
      return stream;
    }

    @Override
    public void appear() throws IOException {
      replace(RunFiles.temporary(name), name);
    }

    @Override
    public void abandon() {
      try {
        stream.close();
      } catch (IOException e) {
        // It is thrown away in any case.
      }
      files.deleteQuietly(RunFiles.temporary(name));
    }
  }

  @Override
  public void replace(String from, String to) throws IOException {
    FileSystem fileSystem = files.fileSystem();
    if (fileSystem instanceof RawLocalFileSystem || !fileSystem.exists(files.path(to))) {
      files.rename(from, to);
    } else {
      // Elsewhere a plain rename refuses to overwrite; this one is atomic on HDFS.
      FileContext.getFileContext(files.root().toUri(), fileSystem.getConf())
          .rename(files.path(from), files.path(to), Options.Rename.OVERWRITE);
    }
  }
}
