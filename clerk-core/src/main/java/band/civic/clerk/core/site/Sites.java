package band.civic.clerk.core.site;

import static band.civic.clerk.core.store.Tables.COUNTRY;
import static band.civic.clerk.core.store.Tables.CREATED_AT;
import static band.civic.clerk.core.store.Tables.EXTRA;
import static band.civic.clerk.core.store.Tables.KIND;
import static band.civic.clerk.core.store.Tables.LAT;
import static band.civic.clerk.core.store.Tables.LNG;
import static band.civic.clerk.core.store.Tables.NAME;
import static band.civic.clerk.core.store.Tables.SITES;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.STATUS;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.UPDATED_AT;

import band.civic.clerk.core.site.SiteProblem.SiteExists;
import band.civic.clerk.core.site.SiteProblem.UnknownSite;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// The registered sites.
public final class Sites {
  private final Registry registry;
  private final SiteCatalog catalog;
  private final SiteEvents events;
  private final Clock clock;

  /// @param catalog
  ///          the reviewed sites and agencies
  /// @param events
  ///          told once after each commit that makes or removes a site
  /// @param clock
  ///          for `created_at` and `updated_at`
  public Sites(Registry registry, SiteCatalog catalog, SiteEvents events, Clock clock) {
    this.registry = registry;
    this.catalog = catalog;
    this.events = events;
    this.clock = clock;
  }

  /// The registered site of that subdomain; any text may be asked for.
  public Optional<RegisteredSite> findSite(String subdomain) {
    return registry.read(connection -> new SiteRows(catalog).one(connection, subdomain));
  }

  /// The registered site.
  ///
  /// @throws UnknownSite
  ///           when nobody registered it
  public RegisteredSite getSite(String subdomain) {
    return findSite(subdomain).orElseThrow(() -> new UnknownSite(subdomain));
  }

  /// All registered sites, by subdomain.
  public List<RegisteredSite> listSites() {
    return registry.read(connection -> new SiteRows(catalog).all(connection));
  }

  /// The registered site, else the reviewed one, which is registered by this.
  ///
  /// @throws UnknownSite
  ///           when it is neither
  public RegisteredSite getOrImport(String subdomain) {
    return findSite(subdomain)
        .or(() -> catalog.findSite(subdomain).map(this::register))
        .orElseThrow(() -> new UnknownSite(subdomain));
  }

  /// Registers a site with status `new`, and tells the listeners.
  ///
  /// @throws SiteExists
  ///           when it is registered already; nothing is changed then
  /// @throws BadConfiguration
  ///           when a field is wrong, with each problem
  public RegisteredSite register(NewSite site) {
    var problems = SiteRules.problems(site);
    if (!problems.isEmpty()) {
      throw new BadConfiguration("The site `%s` was not registered: %s."
          .formatted(site.subdomain(), String.join("; ", problems)));
    }
    if (insert(site) == 0) {
      throw new SiteExists(site.subdomain());
    }
    var registered = getSite(site.subdomain());
    events.created(registered);
    return registered;
  }

  /// Takes a site and all that is known of it out of the registry, and tells the listeners. Files are left alone.
  ///
  /// @throws UnknownSite
  ///           when nobody registered it
  public void remove(String subdomain) {
    var site = getSite(subdomain);
    registry.inTransaction(sql -> sql.deleteFrom(SITES).where(SUBDOMAIN.eq(subdomain)).execute());
    events.removed(site);
  }

  private int insert(NewSite site) {
    var now = UtcText.of(clock.instant());
    var row = registry.sql()
        .newRecord(SUBDOMAIN, NAME, STATE, COUNTRY, KIND, STATUS, LAT, LNG, EXTRA, CREATED_AT,
            UPDATED_AT);
    row.set(SUBDOMAIN, site.subdomain());
    row.set(NAME, site.name());
    row.set(STATE, site.state());
    row.set(COUNTRY, site.country());
    row.set(KIND, site.kind());
    row.set(STATUS, "new");
    row.set(LAT, site.position().map(Position::lat).orElse(null));
    row.set(LNG, site.position().map(Position::lng).orElse(null));
    row.set(EXTRA, JsonText.of(site.extra()));
    row.set(CREATED_AT, now);
    row.set(UPDATED_AT, now);
    return insert(row);
  }

  private int insert(Record row) {
    return registry.inTransaction(sql -> sql.insertInto(SITES).set(row).onConflictDoNothing().execute());
  }
}
