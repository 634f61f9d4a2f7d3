package org.bnsweep.report.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Clients that ask for more than the sockets' buffers take, and do not read it. */
final class DeafClients implements AutoCloseable {
  private static final int SERVERS_THREADS = LiveEvents.MOST_CLIENTS + 8;

  private final List<Socket> sockets = new ArrayList<>();

  DeafClients(int port) throws IOException {
    for (int i = 0; i < SERVERS_THREADS + 6; i++) {
      Socket socket = new Socket();
      sockets.add(socket);
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      HandWritten.write(socket, port, "GET /data.json", "Host: 127.0.0.1:PORT");
    }
  }

  /** Until so many of them have the beginning of an answer, or had. */
  void awaitAllThreadsBusy() throws InterruptedException {
    Set<Socket> answered = new HashSet<>();
    while (answered.size() < SERVERS_THREADS) {
      Thread.sleep(20);
      sockets.stream().filter(DeafClients::hasAnswer).forEach(answered::add);
    }
  }

  private static boolean hasAnswer(Socket socket) {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      // It was given up already.
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
