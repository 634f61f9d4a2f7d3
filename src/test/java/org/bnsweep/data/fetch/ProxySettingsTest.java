package org.bnsweep.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Map;
import org.bnsweep.data.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy the environment names, and for which hosts. */
class ProxySettingsTest {
  private static final URI MIRROR = URI.create("https://data.example.org/mnist/");

  private static String through(Map<String, String> environment, URI uri) {
    return ProxySettings.of(environment).through(uri);
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy:3128, proxy:3128",
    "HTTP://proxy:3128/, proxy:3128",
    "proxy.example.org:3128, proxy.example.org:3128",
    "http://proxy, proxy:80",
    "http://10.0.0.1:8080, 10.0.0.1:8080",
    "http://[::1]:8080, ::1:8080",
    "http://ann:secret@proxy:3128, proxy:3128",
    "http://ann:p%40s@s:w@proxy:3128, proxy:3128",
  })
  void readsTheAddressOfAProxy(String value, String proxy) {
    assertThat(through(Map.of("https_proxy", value), MIRROR))
        .isEqualTo(" through the proxy " + proxy);
  }

  @Test
  void takesTheFirstVariableThatIsSet() {
    Map<String, String> all =
        Map.of("HTTPS_PROXY", "b:1", "all_proxy", "c:1", "ALL_PROXY", "d:1", "https_proxy", "a:1");

    assertThat(through(all, MIRROR)).endsWith(" a:1");
    assertThat(through(Map.of("HTTPS_PROXY", "b:1", "all_proxy", "c:1"), MIRROR)).endsWith(" b:1");
    assertThat(through(Map.of("HTTPS_PROXY", " ", "all_proxy", "c:1"), MIRROR)).endsWith(" c:1");
    assertThat(through(Map.of("ALL_PROXY", "d:1"), MIRROR)).endsWith(" d:1");
    assertThat(through(Map.of("http_proxy", "e:1"), MIRROR)).isEmpty();
    assertThat(through(Map.of(), MIRROR)).isEmpty();
    assertThat(ProxySettings.of(Map.of("https_proxy", "")).exist()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data.example.org     | false",
        "DATA.example.org     | false",
        "example.org          | false",
        ".example.org         | false",
        "*.example.org        | false",
        "a, data.example.org  | false",
        "a data.example.org:443 | false",
        "*                    | false",
        "data.example.org:80  | true",
        "ample.org            | true",
        "10.0.0.0/8           | true",
        "''                   | true",
      })
  void leavesOutTheHostsOfNoProxy(String exempt, boolean used) {
    for (String variable : new String[] {"no_proxy", "NO_PROXY"}) {
      Map<String, String> environment = Map.of("https_proxy", "proxy:1", variable, exempt);

      assertThat(!through(environment, MIRROR).isEmpty()).isEqualTo(used);
    }
  }

  @Test
  void leavesOutWhatIsOnThisMachine() {
    assertThat(through(Map.of("https_proxy", "proxy:1"), URI.create("http://127.0.0.1/mnist/")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://ann:secret@proxy:1080",
        "https://ann:secret@proxy:443",
        "http://ann:secret@proxy:99999",
        "http://ann:secret@proxy:0",
        "http://ann:secret@pro xy",
        "http://ann:secret%zz@proxy",
        "http://",
        "ann:secret",
      })
  void refusesWhatIsNoProxyAndShowsNoPassword(String value) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ProxySettings.of(Map.of("HTTPS_PROXY", value)))
        .withMessage(
            "the environment's HTTPS_PROXY is no address of a proxy, must be http://host:port or"
                + " http://user:password@host:port");
  }
}
