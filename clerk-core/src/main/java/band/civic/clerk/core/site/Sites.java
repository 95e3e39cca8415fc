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

import band.civic.clerk.core.event.Event.About;
import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Outbox;
import band.civic.clerk.core.site.Merged.Outcome;
import band.civic.clerk.core.site.SiteProblem.SiteExists;
import band.civic.clerk.core.site.SiteProblem.UnknownSite;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// The registered sites.
public final class Sites {
  private final Registry registry;
  private final SiteCatalog catalog;
  private final SiteEvents events;
  private final Clock clock;

  /// @param catalog the reviewed sites and agencies
  /// @param events told once after each commit that makes or removes a site
  /// @param clock for `created_at` and `updated_at`
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
  /// @throws UnknownSite when nobody registered it
  public RegisteredSite getSite(String subdomain) {
    return findSite(subdomain).orElseThrow(() -> new UnknownSite(subdomain));
  }

  /// All registered sites, by subdomain.
  public List<RegisteredSite> listSites() {
    return registry.read(connection -> new SiteRows(catalog).all(connection));
  }

  /// The registered sites that have published data of a type, by subdomain.
  public List<RegisteredSite> listSitesWith(String dataType) {
    return registry.read(connection -> new SiteRows(catalog).withData(connection, dataType));
  }

  /// The reviewed sites that nobody registered, as they would be.
  public List<RegisteredSite> listUnregistered() {
    var reviewed = catalog.listSubdomains();
    var registered = reviewed.isEmpty()
        ? Set.<String>of()
        : listSites().stream().map(RegisteredSite::subdomain).collect(Collectors.toSet());
    return reviewed.stream()
        .filter(subdomain -> !registered.contains(subdomain))
        .flatMap(subdomain -> catalog.findSite(subdomain).stream())
        .map(facts -> RegisteredSite.unregistered(facts, catalog))
        .toList();
  }

  /// The registered site, else the reviewed one, which is registered by this.
  ///
  /// @throws UnknownSite when it is neither
  public RegisteredSite getOrImport(String subdomain) {
    return findSite(subdomain)
        .or(() -> catalog.findSite(subdomain).map(this::register))
        .orElseThrow(() -> new UnknownSite(subdomain));
  }

  /// Registers a site with status `new`, and tells the listeners.
  ///
  /// @throws SiteExists when it is registered already; nothing is changed then
  /// @throws BadConfiguration when a field is wrong, with each problem
  public RegisteredSite register(NewSite site) {
    var problems = SiteRules.problems(site);
    if (!problems.isEmpty()) {
      throw new BadConfiguration("The site `%s` was not registered: %s."
          .formatted(site.subdomain(), String.join("; ", problems)));
    }
    var created = insert(site).orElseThrow(() -> new SiteExists(site.subdomain()));
    var registered = getSite(site.subdomain());
    events.happened(created, registered);
    return registered;
  }

  /// Takes a site and all that is known of it out of the registry, and tells the listeners. Files are left alone.
  ///
  /// @throws UnknownSite when nobody registered it
  public void remove(String subdomain) {
    var site = getSite(subdomain);
    var removed = Event.of(Kind.SITE_REMOVED, About.site(subdomain), Map.of(), clock.instant());
    registry.inTransaction(sql -> {
      new Outbox(registry).add(removed);
      return sql.deleteFrom(SITES).where(SUBDOMAIN.eq(subdomain)).execute();
    });
    events.happened(removed, site);
  }

  /// Registers the sites that are new and changes the named fields of the others, all or none.
  ///
  /// @throws BadConfiguration with every problem of every row; nothing is changed then
  public List<Merged> merge(List<SiteChange> changes) {
    var created = new ArrayList<Event>();
    var merged = registry.inTransaction(sql -> {
      var problems = new ArrayList<String>();
      var done = changes.stream().map(change -> merge(change, problems, created)).flatMap(Optional::stream).toList();
      if (!problems.isEmpty()) {
        throw new BadConfiguration("Nothing was imported.\n" + String.join("\n", problems));
      }
      return done;
    });
    created.forEach(event -> events.happened(event, getSite(event.about().subdomain())));
    return merged;
  }

  private Optional<Merged> merge(SiteChange change, List<String> problems, List<Event> created) {
    var before = findSite(change.subdomain());
    var site = change.applyTo(before.map(RegisteredSite::facts));
    var found = new ArrayList<>(change.problems());
    found.addAll(SiteRules.problems(site));
    if (!found.isEmpty()) {
      problems.add(change.place() + ": " + String.join("; ", found));
      return Optional.empty();
    }
    var outcome = before.isEmpty()
        ? Outcome.CREATED
        : before.get().facts().equals(site) ? Outcome.UNCHANGED : Outcome.CHANGED;
    switch (outcome) {
      case CREATED -> insert(site).ifPresent(created::add);
      case CHANGED -> update(site);
      case UNCHANGED -> {
      }
    }
    return Optional.of(new Merged(getSite(site.subdomain()), outcome));
  }

  /// Writes the row, and the event beside it; empty when the site is there already.
  private Optional<Event> insert(NewSite site) {
    var row = facts(site);
    row.put(SUBDOMAIN, site.subdomain());
    row.put(STATUS, "new");
    row.put(CREATED_AT, row.get(UPDATED_AT));
    var created = Event.of(Kind.SITE_CREATED, About.site(site.subdomain()), Map.of("name", site.name()),
        clock.instant());
    return registry.inTransaction(sql -> {
      if (sql.insertInto(SITES).set(row).onConflictDoNothing().execute() == 0) {
        return Optional.<Event>empty();
      }
      new Outbox(registry).add(created);
      return Optional.of(created);
    });
  }

  private void update(NewSite site) {
    registry.inTransaction(
        sql -> sql.update(SITES).set(facts(site)).where(SUBDOMAIN.eq(site.subdomain())).execute());
  }

  private Map<Field<?>, @Nullable Object> facts(NewSite site) {
    var row = new HashMap<Field<?>, @Nullable Object>();
    row.put(NAME, site.name());
    row.put(STATE, site.state());
    row.put(COUNTRY, site.country());
    row.put(KIND, site.kind());
    row.put(LAT, site.position().map(Position::lat).orElse(null));
    row.put(LNG, site.position().map(Position::lng).orElse(null));
    row.put(EXTRA, JsonText.of(site.extra()));
    row.put(UPDATED_AT, UtcText.of(clock.instant()));
    return row;
  }
}
