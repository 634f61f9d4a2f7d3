package org.bnsweep.store.files;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSError;

/**
 * A failing disk as the exception that it is: where other file systems throw an {@link
 * IOException}, Hadoop's local one throws an error, which no handler expects.
 */
public final class DiskErrors {
  private DiskErrors() {}

  /** What all file systems but the local one would have thrown. */
  public static IOException asException(FSError e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }

  /** {@code file} with exceptions. */
  static InputStream in(InputStream file) {
    return new Input(file);
  }

  /** {@code file} with exceptions. */
  static OutputStream in(OutputStream file) {
    return new Output(file);
  }

  private static final class Input extends FilterInputStream {
    Input(InputStream file) {
      super(file);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (FSError e) {
        throw asException(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (FSError e) {
        throw asException(e);
      }
    }
  }

  private static final class Output extends FilterOutputStream {
    Output(OutputStream file) {
      super(file);
    }

    @Override
    public void write(int b) throws IOException {
      try {
        out.write(b);
      } catch (FSError e) {
        throw asException(e);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (FSError e) {
        throw asException(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (FSError e) {
        throw asException(e);
      }
    }
  }
}
