package org.bnsweep.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataOutputStream;

/**
 * Files of an object store: written under their own names, where nothing is until they are closed,
 * and everything is then, by one PUT. Nothing is renamed, as that would be a copy, and nothing is
 * synced, as there is nothing yet.
 */
record AppearingOnClose(RunFiles files) implements Appearing {
  @Override
  public NewFile create(String name) throws IOException {
    return new Closed(files.createUnsynced(name));
  }

  private static final class Closed implements NewFile {
    private final FSDataOutputStream file;
    private final FSDataOutputStream stream;

    Closed(FSDataOutputStream file) throws IOException {
      this.file = file;
      this.stream = new FSDataOutputStream(new HeldOpen(file), null);
    }

    @Override
    public FSDataOutputStream stream() {
      return stream;
    }

    @Override
    public void appear() throws IOException {
      file.close();
    }

    @Override
    public void abandon() {
      try {
        file.abort();
      } catch (UnsupportedOperationException e) {
        // Not closed either, as then it would be there.
      }
    }
  }

  /** Leaves the file open when its last byte is written: it is to appear later. */
  private static final class HeldOpen extends OutputStream {
    private final OutputStream file;

    HeldOpen(OutputStream file) {
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      file.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      file.write(bytes, offset, length);
    }
  }

  /** A copy, then a removal: a crash between them leaves both, and the same can be done again. */
  @Override
  public void replace(String from, String to) throws IOException {
    NewFile copy = create(to);
    boolean complete = false;
    try (InputStream in = files.open(from)) {
      in.transferTo(copy.stream());
      copy.appear();
      complete = true;
    } finally {
      if (!complete) {
        copy.abandon();
      }
    }
    files.delete(from);
  }
}
