package band.civic.clerk.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.event.Event.About;
import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Listeners.Listener;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.RegisteredSite;
import band.civic.clerk.core.site.SiteCatalog;
import band.civic.clerk.core.site.SiteEvents;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Events, whatever the registry is kept in.
abstract class EventsContract {
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  private static final DataSummary SUMMARY = new DataSummary("Example Clerk",
      Optional.of(LocalDate.parse("2020-01-01")), Optional.empty(), 42, List.of("contributions", "expenditures"));

  private final List<Event> followed = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private Registry registry;
  private Sites sites;

  abstract String newDatabase();

  @BeforeEach
  void open() {
    registry = Registry.open(newDatabase());
    sites = new Sites(registry, SiteCatalog.EMPTY, SiteEvents.NONE, at(NOW));
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void an_event_is_there_exactly_when_what_it_tells_of_is() {
    var event = loaded(NOW);

    assertThatThrownBy(() -> registry.inTransaction(sql -> {
      new Outbox(registry).add(event);
      throw new IllegalStateException("the power went out");
    })).hasMessage("the power went out");

    assertThat(open(NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void registering_a_site_leaves_an_event() {
    register("testville.ca");

    assertThat(open(NOW.plusSeconds(1))).singleElement().satisfies(event -> {
      assertThat(event.kind()).isEqualTo(Kind.SITE_CREATED);
      assertThat(event.about().subdomain()).isEqualTo("testville.ca");
    });
  }

  @Test
  void what_follows_is_enqueued_once_however_many_hand_it_on() {
    var site = register("testville.ca");
    var event = loaded(NOW);
    new Outbox(registry).add(event);

    IntStream.range(0, 5).forEach(_ -> dispatcher(NOW).announce(event, site));

    assertThat(followed).containsExactly(event);
  }

  @Test
  void what_follows_and_that_it_was_handed_on_are_one_commit() {
    var site = register("testville.ca");
    var event = loaded(NOW);
    new Outbox(registry).add(event);
    var broken = new Dispatcher(registry, Listeners.none(), _ -> {
      throw new IllegalStateException("killed");
    }, at(NOW));

    broken.announce(event, site);
    assertThat(open(NOW.plusSeconds(60))).as("what was done is done, and told later").contains(event);
    later().dispatchOpen(sites::findSite);

    assertThat(followed).contains(event);
  }

  @Test
  void what_a_dead_process_left_behind_is_handed_on_with_all_that_was_to_be_told() {
    register("testville.ca");
    var event = loaded(NOW);
    new Outbox(registry).add(event);

    assertThat(dispatcher(NOW.plusSeconds(5)).dispatchOpen(sites::findSite)).as("its maker may be alive").isZero();
    assertThat(later().dispatchOpen(sites::findSite)).isEqualTo(2);
    assertThat(later().dispatchOpen(sites::findSite)).isZero();

    assertThat(heard).containsExactly("created testville.ca", "loaded testville.ca finance " + SUMMARY);
  }

  @Test
  void an_event_that_cannot_be_handed_on_holds_nobody_up_and_is_told_once() {
    register("testville.ca");
    var event = loaded(NOW);
    new Outbox(registry).add(event);
    var ears = new Listeners(() -> List.of(new Listener("ears", ears())));
    var choosy = new Dispatcher(registry, ears, each -> {
      if (each.kind() == Kind.SITE_CREATED) {
        throw new IllegalStateException("no good setting");
      }
      followed.add(each);
    }, at(NOW.plus(Duration.ofMinutes(5))));

    choosy.dispatchOpen(sites::findSite);
    choosy.dispatchOpen(sites::findSite);

    assertThat(followed).containsExactly(event);
    assertThat(heard).containsExactly("created testville.ca", "loaded testville.ca finance " + SUMMARY);
    assertThat(open(NOW.plusSeconds(60))).extracting(Event::kind).containsExactly(Kind.SITE_CREATED);
  }

  @Test
  void an_event_of_a_site_that_is_gone_holds_nobody_up() {
    register("gone.ca");
    sites.remove("gone.ca");
    register("testville.ca");

    assertThat(later().dispatchOpen(sites::findSite)).isEqualTo(3);

    assertThat(heard).containsExactly("created testville.ca");
    assertThat(followed).extracting(Event::kind)
        .containsExactly(Kind.SITE_CREATED, Kind.SITE_REMOVED, Kind.SITE_CREATED);
  }

  @Test
  void old_events_are_forgotten_once_they_were_handed_on() {
    register("testville.ca");
    assertThat(new Outbox(registry).forget(NOW.plus(Duration.ofDays(90)))).isZero();
    later().dispatchOpen(sites::findSite);

    assertThat(new Outbox(registry).forget(NOW.plus(Duration.ofDays(90)))).isEqualTo(1);
  }

  private List<Event> open(Instant before) {
    return new Outbox(registry).listOpen(before, 100);
  }

  private RegisteredSite register(String subdomain) {
    return sites.register(new NewSite(subdomain, "Testville", "CA", "US", "city", Optional.empty(), Map.of()));
  }

  private static Event loaded(Instant at) {
    var about = About.run("testville.ca", "finance", "testville.ca_1_aaaaaa");
    return Event.of(Kind.DATA_LOADED, about, Facts.loaded(SUMMARY), at);
  }

  private Dispatcher later() {
    return dispatcher(NOW.plus(Duration.ofMinutes(5)));
  }

  private Dispatcher dispatcher(Instant now) {
    return new Dispatcher(registry, new Listeners(() -> List.of(new Listener("ears", ears()))), followed::add, at(now));
  }

  private SiteListener ears() {
    return new SiteListener() {
      @Override
      public void siteCreated(Site site) {
        heard.add("created " + site.subdomain());
      }

      @Override
      public void dataLoaded(Site site, String dataType, DataSummary summary) {
        heard.add("loaded " + site.subdomain() + " " + dataType + " " + summary);
      }
    };
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
