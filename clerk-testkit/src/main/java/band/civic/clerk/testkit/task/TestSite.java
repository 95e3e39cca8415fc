package band.civic.clerk.testkit.task;

import band.civic.clerk.spi.Site;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A site of a test.
///
/// @param kind `city`, `county`, `state`, `nation`
/// @param mapped its agencies, the same for every source
public record TestSite(String subdomain, String kind, List<Agency> mapped) implements Site {
  public TestSite {
    mapped = List.copyOf(mapped);
  }

  /// A city such as `alameda.ca` without agencies.
  public static TestSite of(String subdomain) {
    return new TestSite(subdomain, "city", List.of());
  }

  public TestSite withKind(String of) {
    return new TestSite(subdomain, of, mapped);
  }

  public TestSite withAgencies(List<Agency> of) {
    return new TestSite(subdomain, kind, of);
  }

  /// The first part of the subdomain with a capital.
  @Override
  public String name() {
    return subdomain.substring(0, 1).toUpperCase(Locale.ROOT) + subdomain.replaceFirst("\\..*", "").substring(1);
  }

  /// The last part of the subdomain in capitals; the nation has none.
  @Override
  public String state() {
    return subdomain.contains(".") ? subdomain.replaceFirst(".*\\.", "").toUpperCase(Locale.ROOT) : "";
  }

  @Override
  public String country() {
    return "US";
  }

  @Override
  public List<Agency> agencies(String source) {
    return mapped;
  }

  @Override
  public Map<String, String> extra() {
    return Map.of();
  }
}
