package band.civic.electionfinance.netfile;

import band.civic.clerk.etl.http.HttpPolicy;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Settings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Addresses, page sizes, waits: `netfile-endpoints.properties`, where the host's settings of the same key do not say
/// otherwise.
public final class NetFileSettings {
  private final Settings settings;
  private final Map<String, String> fixed;
  private final Properties defaults;

  private NetFileSettings(Settings settings, Map<String, String> fixed, Properties defaults) {
    this.settings = settings;
    this.fixed = Map.copyOf(fixed);
    this.defaults = defaults;
  }

  public static NetFileSettings of(Settings settings) {
    return new NetFileSettings(settings, Map.of(), load());
  }

  /// The keys there are; which sources are tried may also be said for one agency, below `netfile.sources`.
  public static Set<String> keys() {
    return Stream.concat(load().stringPropertyNames().stream(), Stream.of("netfile.sources.*"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// A copy in which these keys have these values, whatever anybody set.
  public NetFileSettings with(Map<String, String> values) {
    var all = new HashMap<>(fixed);
    all.putAll(values);
    return new NetFileSettings(settings, all, defaults);
  }

  /// The value; `""` when it is empty.
  public String text(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException("no such setting: " + key));
  }

  /// The value, when there is a setting of that key at all.
  public Optional<String> find(String key) {
    return Optional.ofNullable(fixed.get(key))
        .or(() -> settings.find(key))
        .or(() -> Optional.ofNullable(defaults.getProperty(key)))
        .map(String::strip);
  }

  /// A secret, from the environment or a file of its own; never logged.
  public Optional<String> findSecret(String key) {
    return settings.findSecret(key);
  }

  public int number(String key) {
    var text = text(key);
    if (!text.matches("\\d{1,9}")) {
      throw new ClerkException.BadConfiguration("the setting %s is a number, not \"%s\"".formatted(key, text));
    }
    return Integer.parseInt(text);
  }

  /// The values, separated by commas or blanks.
  public List<String> list(String key) {
    return words(text(key));
  }

  /// Fills an address: `{base}` of the same group first, then the given places, encoded.
  public URI url(String key, Map<String, String> places) {
    return fill(key, text(key), places);
  }

  /// Fills each of several addresses.
  public List<URI> urls(String key, Map<String, String> places) {
    return list(key).stream().map(template -> fill(key, template, places)).toList();
  }

  /// How polite and patient to be.
  public HttpPolicy httpPolicy() {
    return new HttpPolicy(millis("netfile.pause-ms"), number("netfile.retries"), number("netfile.reconnects"),
        number("netfile.rereads"),
        millis("netfile.first-delay-ms"), millis("netfile.longest-delay-ms"), seconds("netfile.longest-retry-after-s"),
        seconds("netfile.connect-timeout-s"), seconds("netfile.read-timeout-s"), seconds("netfile.call-timeout-s"),
        number("netfile.max-answer-mb") * 1024L * 1024L, text("netfile.user-agent"));
  }

  static List<String> words(String text) {
    return Arrays.stream(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
  }

  private URI fill(String key, String template, Map<String, String> places) {
    var group = key.substring(0, key.lastIndexOf('.'));
    var url = template.replace("{base}", find(group + ".base").orElse(""));
    for (var place : places.entrySet()) {
      url = url.replace("{" + place.getKey() + "}", URLEncoder.encode(place.getValue(), StandardCharsets.UTF_8));
    }
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new ClerkException.BadConfiguration("the setting %s is not an address: %s".formatted(key, url), e);
    }
  }

  private Duration millis(String key) {
    return Duration.ofMillis(number(key));
  }

  private Duration seconds(String key) {
    return Duration.ofSeconds(number(key));
  }

  private static Properties load() {
    try (var in = NetFileSettings.class.getResourceAsStream("netfile-endpoints.properties")) {
      if (in == null) {
        throw new IllegalStateException("netfile-endpoints.properties is not in the plugin");
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
