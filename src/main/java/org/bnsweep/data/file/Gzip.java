package org.bnsweep.data.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Tells gzip streams by their first two bytes, whatever their name, and reads them. */
public final class Gzip {
  /** Bytes read at a time. */
  public static final int BUFFER = 1 << 16;

  private Gzip() {}

  /** {@code stored} itself, or what it unpacks to: then a {@link GZIPInputStream}. */
  public static InputStream unpacked(InputStream stored) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stored, BUFFER);
    in.mark(2);
    byte[] start = in.readNBytes(2);
    in.reset();
    boolean gzip = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
    return gzip ? new GZIPInputStream(in, BUFFER) : in;
  }

  /** Reads on without keeping anything: {@code most} bytes, or as many as there are. */
  public static long skip(InputStream in, long most) throws IOException {
    byte[] skipped = new byte[BUFFER];
    long left = most;
    int n = 0;
    while (left > 0 && (n = in.read(skipped, 0, (int) Math.min(BUFFER, left))) >= 0) {
      left -= n;
    }
    return most - left;
  }
}
