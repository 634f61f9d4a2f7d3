package org.bnsweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HeapUseTest {
  private static final int MEGABYTE = 1 << 20;
  private static final byte[] NONE = {};

  /** Whatever is stored here is allocated: the compiler cannot leave it out. */
  private static volatile byte[] garbage = NONE;

  /** Compresses one array again and again, in native code that keeps collections away. */
  private static final class Compression extends Thread {
    private final byte[] data = new byte[4 * MEGABYTE];
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile boolean over;

    Compression() {
      new Random(1).nextBytes(data);
      setDaemon(true);
    }

    @Override
    public void run() {
      byte[] compressed = new byte[5 * MEGABYTE];
      while (!over) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        begun.countDown();
        deflater.deflate(compressed);
        deflater.end();
        // The time in which a collection can begin.
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  @Test
  void garbageIsNotCountedWhileNativeCodeHoldsAnArray() throws InterruptedException {
    Compression compression = new Compression();
    compression.start();
    compression.begun.await();
    long before = HeapUse.alive();

    long most = 0;
    for (int look = 0; look < 5; look++) {
      for (int array = 0; array < 50; array++) {
        garbage = new byte[MEGABYTE];
      }
      assertThat(garbage).hasSize(MEGABYTE);
      garbage = NONE;
      most = Math.max(most, HeapUse.alive());
    }
    compression.over = true;
    compression.join();

    assertThat(most).isLessThan(before + 10 * MEGABYTE);
  }
}
