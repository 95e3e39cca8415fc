package band.civic.clerk.testkit.task;

import band.civic.clerk.spi.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Settings of a test. A key with `secret` in it, or that ends with `-key`, is given to those only who ask for a secret, as the host
/// does.
///
/// @param values by key
public record TestSettings(Map<String, String> values) implements Settings {
  public TestSettings {
    values = Map.copyOf(values);
  }

  public static TestSettings none() {
    return new TestSettings(Map.of());
  }

  /// With one more.
  public TestSettings with(String key, String value) {
    var more = new HashMap<>(values);
    more.put(key, value);
    return new TestSettings(more);
  }

  @Override
  public Optional<String> find(String key) {
    return key.contains("secret") || key.endsWith("-key") ? Optional.empty() : findSecret(key);
  }

  @Override
  public Optional<String> findSecret(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
