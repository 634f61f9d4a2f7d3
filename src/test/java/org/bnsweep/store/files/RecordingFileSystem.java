package org.bnsweep.store.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.Syncable;
import org.apache.hadoop.util.Progressable;
import org.bnsweep.store.TestTrials;

/** A local disk that tells in which order files are synced, closed and renamed. */
public final class RecordingFileSystem extends RawLocalFileSystem {
  private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

  public RecordingFileSystem() throws IOException {
    initialize(URI.create("file:///"), TestTrials.CONFIGURATION);
  }

  /** {@code sync NAME}, {@code close NAME}, {@code rename NAME}, by the name before the rename. */
  public List<String> steps() {
    return List.copyOf(steps);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    steps.add("rename " + from.getName());
    return super.rename(from, to);
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return new FSDataOutputStream(
        new Recorded(
            super.create(file, overwrite, bufferSize, replication, blockSize, progress),
            file.getName()),
        null);
  }

  private final class Recorded extends FilterOutputStream implements Syncable {
    private final FSDataOutputStream file;
    private final String name;
    private boolean closed;

    Recorded(FSDataOutputStream file, String name) {
      super(file);
      this.file = file;
      this.name = name;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      file.write(bytes, offset, length);
    }

    @Override
    public void hflush() throws IOException {
      file.hflush();
    }

    @Override
    public void hsync() throws IOException {
      file.hsync();
      steps.add("sync " + name);
    }

    @Override
    public void close() throws IOException {
      file.close();
      if (!closed) {
        closed = true;
        steps.add("close " + name);
      }
    }
  }
}
