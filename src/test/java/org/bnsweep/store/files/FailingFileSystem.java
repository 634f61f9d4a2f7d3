package org.bnsweep.store.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;
import org.bnsweep.store.TestTrials;

/** A local disk with so many bytes left, all files together, whose reading can fail. */
public class FailingFileSystem extends RawLocalFileSystem {
  private static final int NONE = -1;

  private long bytesLeft;
  private boolean full;
  private boolean readable = true;
  private int reads;
  private int failingRead = NONE;
  private final Set<InputStream> open = ConcurrentHashMap.newKeySet();

  @SuppressWarnings("this-escape") // of JDK 21 and up; what a subclass adds needs no file system
  public FailingFileSystem(long bytesLeft) throws IOException {
    this.bytesLeft = bytesLeft;
    initialize(URI.create("file:///"), TestTrials.CONFIGURATION);
  }

  public synchronized void free(long bytes) {
    bytesLeft = bytes;
    full = false;
  }

  /** As a full disk does it, where there is a device that is one. */
  private void fail() throws IOException {
    Path device = new Path("/dev/full");
    if (exists(device)) {
      try (OutputStream out = super.create(device, true, 1, (short) 1, 1, () -> {})) {
        out.write(0);
      }
    }
    throw new IOException("No space left on device");
  }

  public void failReading() {
    readable = false;
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    if (!readable) {
      throw new IOException("Input/output error");
    }
    CountedReads opened = new CountedReads(super.open(file, bufferSize));
    open.add(opened);
    return new FSDataInputStream(opened);
  }

  /** How many files are open for reading. */
  public int opened() {
    return open.size();
  }

  /** Reads since {@link #failRead}. */
  public int reads() {
    return reads;
  }

  /** Lets the read number {@code index} from now on fail, and no other. */
  public void failRead(int index) {
    reads = 0;
    failingRead = index;
  }

  /** As a failing disk does it, where there is a file that cannot be read. */
  private void read() throws IOException {
    if (reads++ == failingRead) {
      Path memory = new Path("/proc/self/mem");
      if (exists(memory)) {
        try (InputStream in = super.open(memory, 1)) {
          in.read();
        }
      }
      throw new IOException("Input/output error");
    }
  }

  private final class CountedReads extends FSInputStream {
    private final FSDataInputStream in;

    CountedReads(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }

    @Override
    public int read() throws IOException {
      FailingFileSystem.this.read();
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      FailingFileSystem.this.read();
      return in.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      open.remove(this);
      in.close();
    }
  }

  private synchronized void use(int bytes) throws IOException {
    if (bytes > bytesLeft) {
      full = true;
      fail();
    }
    bytesLeft -= bytes;
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
    OutputStream out = super.create(file, overwrite, bufferSize, replication, blockSize, progress);
    return new FSDataOutputStream(
        new FilterOutputStream(out) {
          @Override
          public void write(int b) throws IOException {
            use(1);
            out.write(b);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            use(length);
            out.write(bytes, offset, length);
          }

          /** What could not be written is tried again. */
          @Override
          public void flush() throws IOException {
            if (full) {
              fail();
            }
            out.flush();
          }
        },
        null);
  }
}
