package org.bnsweep.report.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Requests that are written by hand, since clients do not send wrong ones. */
final class HandWritten {
  private HandWritten() {}

  /** The status that such a request gets; {@code PORT} in its headers is the port. */
  static int status(int port, String request, String headers) throws IOException {
    try (Socket socket = connect(InetAddress.getLoopbackAddress(), port)) {
      write(socket, port, request, headers);
      String line = new String(socket.getInputStream().readNBytes(12), US_ASCII);
      assertThat(line).startsWith("HTTP/1.1 ");
      return Integer.parseInt(line.substring(9));
    }
  }

  static void write(Socket socket, int port, String request, String headers) throws IOException {
    String text = request + " HTTP/1.1\r\n" + headers.replace("PORT", "" + port) + "\r\n\r\n";
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  static Socket connect(InetAddress address, int port) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(address, port), 2000);
    return socket;
  }
}
