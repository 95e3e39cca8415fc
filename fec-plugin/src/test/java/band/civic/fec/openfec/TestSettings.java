package band.civic.fec.openfec;

import band.civic.clerk.spi.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Settings that a test chose.
public record TestSettings(Map<String, String> values) implements Settings {

  public TestSettings with(String key, String value) {
    var more = new HashMap<>(values);
    more.put(key, value);
    return new TestSettings(more);
  }

  @Override
  public Optional<String> find(String key) {
    return key.endsWith("-key") ? Optional.empty() : Optional.ofNullable(values.get(key));
  }

  @Override
  public Optional<String> findSecret(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
