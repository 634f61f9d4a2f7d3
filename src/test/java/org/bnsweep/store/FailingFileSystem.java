package org.bnsweep.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/** A local disk with so many bytes left, all files together. */
final class FailingFileSystem extends RawLocalFileSystem {
  private long bytesLeft;
  private boolean readable = true;

  FailingFileSystem(long bytesLeft) throws IOException {
    this.bytesLeft = bytesLeft;
    initialize(URI.create("file:///"), TestTrials.CONFIGURATION);
  }

  synchronized void free(long bytes) {
    bytesLeft = bytes;
  }

  void failReading() {
    readable = false;
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    if (!readable) {
      throw new IOException("Input/output error");
    }
    return super.open(file, bufferSize);
  }

  private synchronized void use(int bytes) throws IOException {
    if (bytes > bytesLeft) {
      throw new IOException("No space left on device");
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
        },
        null);
  }
}
