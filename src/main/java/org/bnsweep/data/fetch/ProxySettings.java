package org.bnsweep.data.fetch;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bnsweep.data.DataException;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that the environment names for HTTPS: {@code https_proxy}, else {@code all_proxy}, and
 * for which hosts not: {@code no_proxy}; each in small letters or in capitals.
 *
 * <p>Nothing of a value is ever shown but host and port, since it may hold a password.
 */
final class ProxySettings {
  /** None at all. */
  static final ProxySettings NONE = new ProxySettings(Optional.empty(), List.of());

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?/?");

  private static final Pattern OTHER_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");

  private static final String HTTP = "http://";
  private static final int USUAL_PORT = 80;
  private static final int LAST_PORT = 65535;

  private final Optional<Address> proxy;
  private final List<String> exempt;

  /** Where the proxy is, and who asks it; the user may be empty. */
  private record Address(String host, int port, String user, String password) {}

  private ProxySettings(Optional<Address> proxy, List<String> exempt) {
    this.proxy = proxy;
    this.exempt = exempt;
  }

  /**
   * Those of {@code environment}.
   *
   * @throws DataException if a value is no address of a proxy
   */
  static ProxySettings of(Map<String, String> environment) {
    Optional<String> name =
        Stream.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
            .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
            .findFirst();
    String exempt = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
    return new ProxySettings(
        name.map(variable -> address(variable, environment.getOrDefault(variable, ""))),
        Arrays.stream(exempt.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(host -> !host.isEmpty())
            .toList());
  }

  private static Address address(String variable, String value) {
    String written = value.strip();
    boolean http = written.regionMatches(true, 0, HTTP, 0, HTTP.length());
    String address = http ? written.substring(HTTP.length()) : written;
    int at = address.lastIndexOf('@');
    String[] user = address.substring(0, Math.max(at, 0)).split(":", 2);
    Matcher place = HOST_AND_PORT.matcher(address.substring(at + 1));
    if (OTHER_SCHEME.matcher(address).lookingAt() || !place.matches()) {
      throw wrong(variable);
    }
    @Nullable String digits = place.group(2);
    int port = digits == null ? USUAL_PORT : Integer.parseInt(digits);
    if (port < 1 || port > LAST_PORT) {
      throw wrong(variable);
    }
    String host = place.group(1);
    return new Address(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        port,
        decoded(variable, user[0]),
        user.length < 2 ? "" : decoded(variable, user[1]));
  }

  private static String decoded(String variable, String text) {
    try {
      // In an address, other than in a form, a plus is one.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong(variable);
    }
  }

  private static DataException wrong(String variable) {
    return new DataException(
        "the environment's "
            + variable
            + " is no address of a proxy, must be http://host:port or"
            + " http://user:password@host:port");
  }

  /** Whether the environment names a proxy. */
  boolean exist() {
    return proxy.isPresent();
  }

  /** {@code " through the proxy host:port"} if {@code uri} is fetched through it, or nothing. */
  String through(URI uri) {
    return proxy
        .filter(address -> applyTo(uri))
        .map(address -> " through the proxy " + address.host + ":" + address.port)
        .orElse("");
  }

  /** Plain HTTP is for this machine alone, which no proxy knows. */
  private boolean applyTo(URI uri) {
    return "https".equals(uri.getScheme()) && exempt.stream().noneMatch(host -> isOf(host, uri));
  }

  private static boolean isOf(String exempt, URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int port = uri.getPort() < 0 ? 443 : uri.getPort();
    String domain = exempt.replaceFirst("^\\*?\\.", "");
    return exempt.equals("*")
        || Stream.of(host, host + ":" + port)
            .anyMatch(name -> name.equals(domain) || name.endsWith("." + domain));
  }

  /** What tells a client which way to go. */
  ProxySelector selector() {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(
            proxy
                .filter(address -> applyTo(uri))
                .map(ProxySettings::asProxy)
                .orElse(Proxy.NO_PROXY));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // Told by the request that failed.
      }
    };
  }

  private static Proxy asProxy(Address address) {
    // Resolved here: a client takes no other.
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.host, address.port));
  }

  /** The user whom the proxy knows, if the environment names one; told to nobody else. */
  Optional<Authenticator> authenticator() {
    return proxy
        .filter(address -> !address.user.isEmpty())
        .map(
            address ->
                new Authenticator() {
                  @Override
                  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                    return getRequestorType() == RequestorType.PROXY
                        ? new PasswordAuthentication(address.user, address.password.toCharArray())
                        : null;
                  }
                });
  }
}
