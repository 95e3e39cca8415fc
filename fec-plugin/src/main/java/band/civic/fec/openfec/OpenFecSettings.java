package band.civic.fec.openfec;

import band.civic.clerk.etl.http.HttpPolicy;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings below `fec.`, with their defaults.
public final class OpenFecSettings {
  private static final Map<String, String> DEFAULTS = Map.of("fec.api-base", "https://api.open.fec.gov/v1",
      "fec.api-calls-per-hour", "950", "fec.api-calls-per-minute", "55", "fec.api-committee-rows", "20000",
      "fec.api-overlap-days", "7", "fec.api-filing-days", "120", "fec.api-bulk-committees", "C00401224 C00694323",
      "fec.api-filters", "", "fec.api-retries", "6");

  private final Settings settings;

  private OpenFecSettings(Settings settings) {
    this.settings = settings;
  }

  /// Reads them.
  ///
  /// @throws ClerkException.BadConfiguration when one of them cannot be meant
  public static OpenFecSettings of(Settings settings) {
    var own = new OpenFecSettings(settings);
    own.filters(Endpoint.SCHEDULE_A);
    return own;
  }

  /// The keys there are.
  public static Set<String> keys() {
    return DEFAULTS.keySet();
  }

  /// Where OpenFEC is, without a slash at the end.
  public String base() {
    var base = text("fec.api-base").replaceFirst("/+$", "");
    if (!base.matches("https?://\\S+")) {
      throw new ClerkException.BadConfiguration("FEC_API_BASE is no address: " + base);
    }
    return base;
  }

  /// Whether somebody gave a key.
  public boolean hasKey() {
    return findKey().isPresent();
  }

  /// The key of api.data.gov; never to be shown.
  String key() {
    return findKey().orElseThrow(() -> new ClerkException.BadConfiguration(
        "OpenFEC needs a key: set FEC_API_KEY (https://api.data.gov/signup gives one), or FEC_API_KEY=DEMO_KEY for a few"
            + " calls an hour."));
  }

  public int callsPerHour() {
    return number("fec.api-calls-per-hour");
  }

  public int callsPerMinute() {
    return number("fec.api-calls-per-minute");
  }

  /// A committee with more rows than that in a cycle is left to the bulk files.
  public int committeeRows() {
    return number("fec.api-committee-rows");
  }

  /// So many days before the last load date are read again: the FEC resets load dates.
  public int overlapDays() {
    return number("fec.api-overlap-days");
  }

  /// So long after a report arrived its disbursements are looked for: the FEC takes weeks to code a report.
  public int filingDays() {
    return number("fec.api-filing-days");
  }

  /// Conduits, whose rows only bulk files can carry: ActBlue and WinRed.
  public Set<String> bulkCommittees() {
    return Set.copyOf(words("fec.api-bulk-committees"));
  }

  /// Further parameters that the settings want sent to a list: `schedule_e.most_recent=true`.
  ///
  /// @throws ClerkException.BadConfiguration for a parameter that a list does not understand, whichever list it is
  public List<Map.Entry<String, String>> filters(Endpoint endpoint) {
    var all = words("fec.api-filters").stream().map(OpenFecSettings::filter).toList();
    return all.stream()
        .filter(filter -> filter.list() == endpoint)
        .map(filter -> Map.entry(filter.name(), filter.value()))
        .toList();
  }

  /// How patient to be: a query may take 55 s before OpenFEC gives up on it.
  HttpPolicy httpPolicy() {
    return new HttpPolicy(Duration.ZERO, number("fec.api-retries"), 3, 3, Duration.ofSeconds(1), Duration.ofSeconds(60),
        Duration.ofHours(1), Duration.ofSeconds(15), Duration.ofSeconds(70), Duration.ofSeconds(120), 64L << 20,
        "clerk (campaign finance data; https://civic.band)");
  }

  private record Filter(Endpoint list, String name, String value) {}

  private static Filter filter(String word) {
    var parts = word.split("[.=]", 3);
    var list = Arrays.stream(Endpoint.values()).filter(endpoint -> endpoint.id().equals(parts[0])).findFirst();
    if (parts.length < 3 || list.isEmpty()) {
      throw new ClerkException.BadConfiguration("the setting fec.api-filters takes schedule_e.most_recent=true and the"
          + " like, not \"" + word + "\"");
    }
    Question.of(list.get()).with(parts[1], parts[2]);
    return new Filter(list.get(), parts[1], parts[2]);
  }

  private Optional<String> findKey() {
    return settings.findSecret("fec.api-key").map(String::strip).filter(key -> !key.isEmpty());
  }

  private String text(String key) {
    return settings.find(key).map(String::strip).orElseGet(() -> DEFAULTS.getOrDefault(key, ""));
  }

  private List<String> words(String key) {
    return Arrays.stream(text(key).split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
  }

  private int number(String key) {
    var text = text(key);
    if (!text.matches("\\d{1,9}")) {
      throw new ClerkException.BadConfiguration("the setting %s is a number, not \"%s\"".formatted(key, text));
    }
    return Integer.parseInt(text);
  }
}
