package band.civic.clerk.core.site;

import band.civic.clerk.spi.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A row of the registry.
///
/// @param facts as it was registered
/// @param status `new` until its first data are published
/// @param finance what it has of campaign finance
/// @param createdAt UTC
/// @param updatedAt UTC, of the facts
/// @param catalog where its agencies are looked up
public record RegisteredSite(NewSite facts, String status, FinanceColumns finance, String createdAt, String updatedAt,
    SiteCatalog catalog) implements Site {

  /// A site as it would be registered.
  public static RegisteredSite unregistered(NewSite facts, SiteCatalog catalog) {
    return new RegisteredSite(facts, "new", FinanceColumns.NONE, "", "", catalog);
  }

  @Override
  public String subdomain() {
    return facts.subdomain();
  }

  @Override
  public String name() {
    return facts.name();
  }

  @Override
  public String state() {
    return facts.state();
  }

  @Override
  public String country() {
    return facts.country();
  }

  @Override
  public String kind() {
    return facts.kind();
  }

  /// Where it is on a map.
  public Optional<Position> position() {
    return facts.position();
  }

  @Override
  public List<Agency> agencies(String source) {
    return catalog.agencies(source, subdomain());
  }

  @Override
  public Map<String, String> extra() {
    return facts.extra();
  }
}
