package band.civic.clerk.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.site.Merged.Outcome;
import band.civic.clerk.core.site.SiteProblem.SiteExists;
import band.civic.clerk.core.site.SiteProblem.UnknownSite;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.Site.Agency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What holds for sites on every database.
abstract class SitesContract {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T06:00:00Z"), ZoneOffset.UTC);
  private static final String INJECTION = "'; DROP TABLE sites; --";

  private final List<String> told = new ArrayList<>();
  private Registry registry = Registry.open("jdbc:sqlite::memory:");
  private Sites sites = sites(CLOCK);

  abstract String newDatabase();

  @BeforeEach
  void open() {
    registry.close();
    registry = Registry.open(newDatabase());
    sites = sites(CLOCK);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void a_new_site_has_status_new_no_records_and_utc_times_and_is_told_once() {
    sites.register(new NewSite("testville.ca", "Testville", "CA", "US", "city",
        Optional.of(new Position(37.8, -122.25)), Map.of("start", "2015")));

    assertThat(sites.listSites()).singleElement().satisfies(site -> {
      assertThat(site.status()).isEqualTo("new");
      assertThat(site.finance().hasData()).isFalse();
      assertThat(site.finance().recordCount()).isEmpty();
      assertThat(site.createdAt()).isEqualTo("2026-11-24T06:00:00.000Z").isEqualTo(site.updatedAt());
      assertThat(site.position()).hasValue(new Position(37.8, -122.25));
      assertThat(site.extra()).isEqualTo(Map.of("start", "2015"));
    });
    assertThat(told).containsExactly("SITE_CREATED testville.ca");
  }

  @Test
  void a_site_that_exists_is_not_changed_by_registering_it_again() {
    sites.register(NewSite.of("testville.ca", "Testville", "CA", "city"));

    assertThatThrownBy(() -> sites.register(NewSite.of("testville.ca", "Other", "NV", "county")))
        .isInstanceOf(SiteExists.class)
        .hasMessageContaining("testville.ca");
    assertThat(sites.getSite("testville.ca").name()).isEqualTo("Testville");
    assertThat(told).hasSize(1);
  }

  @Test
  void a_subdomain_that_is_no_host_name_is_refused() {
    var refused = List.of("", "../x", "x/..", "..", ".ca", "ca.", "a..b", "-a.ca", "a-.ca", "Alameda.ca", "a b.ca",
        "a\u0000b", "a_b.ca", "/etc", INJECTION, "caf\u00e9.ca", "a\n.ca");

    assertThat(refused).allSatisfy(
        subdomain -> assertThatThrownBy(() -> sites.register(NewSite.of(subdomain, "Name", "CA", "city")))
            .isInstanceOf(BadConfiguration.class)
            .hasMessageContaining("subdomain"));
    assertThat(sites.listSites()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void every_wrong_field_is_told() {
    var site = new NewSite("x.ca", " ", "California", "USA", "village", Optional.of(new Position(91, 200)), Map.of());

    assertThatThrownBy(() -> sites.register(site)).isInstanceOf(BadConfiguration.class)
        .hasMessageContainingAll("the name is empty", "state `California`", "country `USA`", "kind `village`",
            "position 91.0,200.0");
  }

  @Test
  void a_name_whose_letters_were_lost_on_the_way_is_refused() {
    assertThatThrownBy(() -> sites.register(NewSite.of("cafe.ca", "Caf\ufffd", "CA", "city")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("LC_ALL=C.UTF-8");
    assertThat(sites.register(NewSite.of("cafe.ca", "Caf\u00e9", "CA", "city")).name()).isEqualTo("Caf\u00e9");
  }

  @Test
  void any_text_may_be_asked_for_and_is_never_sql() {
    sites.register(NewSite.of("testville.ca", "O'Brien \"; DROP TABLE sites; --", "CA", "city"));

    assertThat(sites.findSite(INJECTION)).isEmpty();
    assertThatThrownBy(() -> sites.remove(INJECTION)).isInstanceOf(UnknownSite.class);
    assertThat(sites.listSitesWith(INJECTION)).isEmpty();
    assertThat(sites.listSites()).hasSize(1);
  }

  @Test
  void a_merge_changes_named_fields_only() {
    sites.register(new NewSite("testville.ca", "Testville", "CA", "US", "city", Optional.of(new Position(1, 2)),
        Map.of("a", "1", "b", "2")));

    var merged = sites(Clock.offset(CLOCK, Duration.ofHours(1)))
        .merge(List.of(change("testville.ca", Map.of("name", "New Testville", "extra.a", "3"))));

    assertThat(merged).singleElement().extracting(Merged::outcome).isEqualTo(Outcome.CHANGED);
    var site = sites.getSite("testville.ca");
    assertThat(site.name()).isEqualTo("New Testville");
    assertThat(site.kind()).isEqualTo("city");
    assertThat(site.position()).hasValue(new Position(1, 2));
    assertThat(site.extra()).isEqualTo(Map.of("a", "3", "b", "2"));
    assertThat(site.createdAt()).isEqualTo("2026-11-24T06:00:00.000Z");
    assertThat(site.updatedAt()).isEqualTo("2026-11-24T07:00:00.000Z");
  }

  @Test
  void a_merge_registers_what_is_new_and_leaves_what_is_the_same() {
    sites.register(NewSite.of("one.ca", "One", "CA", "city"));

    var merged = sites.merge(List.of(change("one.ca", Map.of("name", "One")),
        change("two.ca", Map.of("name", "Two", "state", "CA", "kind", "county", "lat", "37.5", "lng", "-122"))));

    assertThat(merged).extracting(Merged::outcome).containsExactly(Outcome.UNCHANGED, Outcome.CREATED);
    assertThat(sites.getSite("two.ca").position()).hasValue(new Position(37.5, -122));
    assertThat(told).containsExactly("SITE_CREATED one.ca", "SITE_CREATED two.ca");
  }

  @Test
  void a_merge_with_a_wrong_row_changes_nothing_and_tells_every_problem() {
    var wrong = List.of(change("one.ca", Map.of("name", "One", "state", "CA", "kind", "city")),
        change("two.ca", Map.of("name", "Two")), change("../x", Map.of("name", "X", "state", "CA", "kind", "city")),
        change("four.ca", Map.of("name", "F", "state", "CA", "kind", "city", "colour", "red", "lat", "37.8")));

    assertThatThrownBy(() -> sites.merge(wrong)).isInstanceOf(BadConfiguration.class)
        .hasMessageContainingAll("Nothing was imported", "two.ca:1: state ``", "../x:1: subdomain",
            "four.ca:1: unknown field `colour`; `lat` and `lng` go together");
    assertThat(sites.listSites()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void a_reviewed_site_is_registered_when_it_is_first_asked_for() {
    assertThat(sites.getOrImport("reviewed.ca").name()).isEqualTo("Reviewed");
    assertThat(sites.getOrImport("reviewed.ca").agencies("test")).extracting(Agency::shortcut).containsExactly("REV");
    assertThat(told).containsExactly("SITE_CREATED reviewed.ca");
  }

  @Test
  void a_site_that_nobody_knows_is_told_and_not_made() {
    assertThatThrownBy(() -> sites.getOrImport("nope")).isInstanceOf(UnknownSite.class)
        .hasMessageContaining("There is no site `nope`");
    assertThatThrownBy(() -> sites.getSite("nope").finance()).isInstanceOf(UnknownSite.class);
    assertThat(sites.listSites()).isEmpty();
  }

  @Test
  void removing_a_site_takes_all_that_is_known_of_it_and_is_told() {
    sites.register(NewSite.of("one.ca", "One", "CA", "city"));
    sites.register(NewSite.of("two.ca", "Two", "CA", "city"));
    registry.sql()
        .execute("INSERT INTO site_datasets (subdomain, data_type, has_data) VALUES ('one.ca', 'finance', 1)");
    assertThat(sites.listSitesWith("finance")).extracting(RegisteredSite::subdomain).containsExactly("one.ca");

    sites.remove("one.ca");

    assertThat(sites.listSites()).extracting(RegisteredSite::subdomain).containsExactly("two.ca");
    assertThat(registry.sql().fetch("SELECT * FROM site_datasets")).isEmpty();
    assertThat(told).last().isEqualTo("SITE_REMOVED one.ca");
  }

  private Sites sites(Clock clock) {
    return new Sites(registry, new Reviewed(), new Recorder(), clock);
  }

  private static SiteChange change(String subdomain, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("subdomain", subdomain);
    return new SiteChange(subdomain + ":1", all);
  }

  private static final class Reviewed implements SiteCatalog {
    @Override
    public Optional<NewSite> findSite(String subdomain) {
      return Optional.of(NewSite.of("reviewed.ca", "Reviewed", "CA", "city"))
          .filter(site -> site.subdomain().equals(subdomain));
    }

    @Override
    public List<String> listSubdomains() {
      return List.of("reviewed.ca");
    }

    @Override
    public List<Agency> agencies(String source, String subdomain) {
      return List.of(new Agency(source, 0, "REV", subdomain, "own", "", Optional.empty(), Optional.empty()));
    }
  }

  private final class Recorder implements SiteEvents {
    @Override
    public void happened(Event event, Site site) {
      told.add(event.kind() + " " + site.subdomain());
    }
  }
}
