package org.bnsweep;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A place for a cluster of submit/standalone.sh, below the ports that Linux gives to clients. */
public final class ClusterPort {
  private static final int FIRST = 20_000;
  private static final int COUNT = 10_000;

  private ClusterPort() {}

  /**
   * A port that is free now, and so is the one 1000 above, of the master's web page. What runs
   * there when this JVM ends is stopped: its processes have a session of their own and would stay.
   */
  public static int reserve(Path home) {
    int port = free();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home, port), "stop-cluster"));
    return port;
  }

  private static int free() {
    long start = ProcessHandle.current().pid();
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + (int) ((start + i) % COUNT);
      if (isFree(port) && isFree(port + 1000)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  private static boolean isFree(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static void stop(Path home, int port) {
    String script = home.resolve("submit/standalone.sh").toString();
    try {
      Process process =
          new ProcessBuilder(script, "stop", "--port", Integer.toString(port))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean unused = process.waitFor(60, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException e) {
      // Nobody is left to tell.
    }
  }
}
