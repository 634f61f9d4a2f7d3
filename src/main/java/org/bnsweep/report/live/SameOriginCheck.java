package org.bnsweep.report.live;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which requests the live page answers: those that a person's own browser makes for the page
 * itself. A page of another site can make the browser ask this machine too; it gives itself away by
 * its origin, or, if its name was made to mean this machine, by the name in {@code Host}.
 */
record SameOriginCheck(Set<String> hosts) {
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** The gate of the server on {@code port}. */
  static SameOriginCheck of(int port) {
    return new SameOriginCheck(
        port == 80
            ? Set.of("127.0.0.1", "localhost", "127.0.0.1:80", "localhost:80")
            : Set.of("127.0.0.1:" + port, "localhost:" + port));
  }

  /** Whether a request with {@code headers} may be answered. */
  boolean admits(Headers headers) {
    List<String> host = headers.getOrDefault("Host", List.of());
    return host.size() == 1
        && hosts.contains(host.get(0).toLowerCase(Locale.ROOT))
        && headers.getOrDefault("Origin", List.of()).stream().allMatch(this::isOwn)
        && headers.getOrDefault("Sec-Fetch-Site", List.of()).stream().allMatch(OWN_SITES::contains);
  }

  private boolean isOwn(String origin) {
    String scheme = "http://";
    return origin.startsWith(scheme) && hosts.contains(origin.substring(scheme.length()));
  }
}
