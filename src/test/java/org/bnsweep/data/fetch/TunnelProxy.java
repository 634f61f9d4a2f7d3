package org.bnsweep.data.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy on loopback: whichever host it is asked for, it connects to one port of this machine. */
final class TunnelProxy implements AutoCloseable {
  private static final String REFUSED =
      String.join(
          "\r\n",
          "HTTP/1.1 407 Proxy Authentication Required",
          "Proxy-Authenticate: Basic realm=\"test\"",
          "Content-Length: 0",
          "",
          "");

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final int target;
  private final String authorization;

  /**
   * @param target the port behind it
   * @param authorization a header that must be there; none if empty
   */
  TunnelProxy(int target, String authorization) {
    this.target = target;
    this.authorization = authorization;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The first line of each request so far, and the user it told. */
  List<String> requests() {
    return requests;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client) {
      // Requests without a body, and then silence until they are answered: nothing is read ahead.
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = client.getOutputStream();
      while (true) {
        String request = String.valueOf(in.readLine());
        String user = "";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          user = line.toLowerCase(Locale.ROOT).startsWith("proxy-authorization:") ? line : user;
        }
        if (request.equals("null")) {
          return;
        }
        String told = user.replaceFirst("^[^:]*: *", "");
        requests.add((request + " " + told).strip());
        if (authorization.isEmpty() || told.equals(authorization)) {
          tell(out, "HTTP/1.1 200 Connection established\r\n\r\n");
          tunnel(client);
          return;
        }
        tell(out, REFUSED);
      }
    } catch (IOException e) {
      // the client hung up
    }
  }

  private void tunnel(Socket client) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      InputStream up = client.getInputStream();
      OutputStream upTo = server.getOutputStream();
      threads.execute(
          () -> {
            try {
              up.transferTo(upTo);
            } catch (IOException e) {
              // one side hung up
            }
          });
      server.getInputStream().transferTo(client.getOutputStream());
    }
  }

  private static void tell(OutputStream out, String answer) throws IOException {
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
