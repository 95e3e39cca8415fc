package band.civic.clerk.core.worker.follow;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.event.Dispatcher;
import band.civic.clerk.core.event.Event.About;
import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Listeners;
import band.civic.clerk.core.event.Outbox;
import band.civic.clerk.core.event.webhook.Webhook;
import band.civic.clerk.core.event.webhook.WebhookSender;
import band.civic.clerk.core.event.webhook.Webhooks;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.SiteCatalog;
import band.civic.clerk.core.site.SiteEvents;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.core.worker.JobResult;
import band.civic.clerk.core.worker.follow.Followers.Interest;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.Task;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowersTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T06:00:00Z"), ZoneOffset.UTC);
  private static final String ALL = "SELECT group_concat(type || ' ' || coalesce(subdomain, '-'), ', ') FROM "
      + "(SELECT type, subdomain FROM jobs ORDER BY job_id)";

  @TempDir
  private Path directory;

  private Registry registry;
  private Site site;
  private Sites sites;

  @BeforeEach
  void open() {
    registry = Registry.open("jdbc:sqlite:" + directory.resolve("civic.db"));
    sites = new Sites(registry, SiteCatalog.EMPTY, SiteEvents.NONE, CLOCK);
    site = sites.register(new NewSite("a.ca", "A", "CA", "US", "city", Optional.empty(), Map.of()));
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void loaded_data_start_the_pipelines_that_are_made_from_them_once() {
    var event = happened(Kind.DATA_LOADED, "finance");

    dispatcher(false).announce(event, site);
    dispatcher(false).announce(event, site);

    assertThat(jobs()).isEqualTo("aggregate.etl a.ca");
  }

  @Test
  void nothing_starts_after_a_run_that_found_nothing_new_or_loaded_something_else() {
    dispatcher(false).announce(happened(Kind.DATA_UNCHANGED, "finance"), site);
    dispatcher(false).announce(happened(Kind.DATA_LOADED, "permits"), site);

    assertThat(jobs()).isEqualTo("null");
  }

  @Test
  void a_job_that_waits_will_do_and_one_that_runs_gets_another_behind_it() {
    dispatcher(false).announce(happened(Kind.DATA_LOADED, "finance"), site);
    dispatcher(false).announce(happened(Kind.DATA_LOADED, "finance"), site);
    assertThat(jobs()).isEqualTo("aggregate.etl a.ca");

    registry.sql().execute("UPDATE jobs SET state = 'running'");
    dispatcher(false).announce(happened(Kind.DATA_LOADED, "finance"), site);

    assertThat(jobs()).isEqualTo("aggregate.etl a.ca, aggregate.etl a.ca");
  }

  @Test
  void new_data_are_deployed_when_a_target_is_set_up() {
    dispatcher(true).announce(happened(Kind.DATA_LOADED, "finance"), site);

    assertThat(jobs()).isEqualTo("aggregate.etl a.ca, deploy a.ca");
  }

  @Test
  void each_webhook_gets_a_job_that_knows_its_label_and_not_its_address() {
    var hooks = List.of(Webhook.of("https://one.example.org/S3CRET"), Webhook.of("https://two.example.org"));

    dispatcher(false, hooks).announce(happened(Kind.RUN_FAILED, "finance"), site);

    assertThat(jobs()).isEqualTo("webhook -, webhook -");
    assertThat(String.valueOf(registry.sql().fetchValue("SELECT group_concat(arguments) FROM jobs")))
        .contains("one.example.org-", "two.example.org-")
        .doesNotContain("S3CRET");
  }

  private Dispatcher dispatcher(boolean deploys) {
    return dispatcher(deploys, List.of());
  }

  private Dispatcher dispatcher(boolean deploys, List<Webhook> hooks) {
    var webhooks = new Webhooks(hooks, Set.of(Kind.values()), new WebhookSender(Optional.empty(), CLOCK));
    var limits = new Limits(Duration.ofMinutes(1), 3);
    var ofSites = Stream.of("aggregate.etl", "deploy")
        .map(type -> JobKind.of(type, type, limits, _ -> JobResult.done()).ofSites());
    var ofWebhooks = WebhookJob.kind(() -> new Outbox(registry), () -> webhooks);
    var kinds = new JobKinds(Stream.concat(ofSites, Stream.of(ofWebhooks)).toList());
    var interest = new Interest(List.of(new Aggregate()), sites::findSite, kinds, webhooks, deploys);
    var followers = new Followers(new JobQueue(registry, CLOCK), new JobBook(registry), interest);
    return new Dispatcher(registry, Listeners.none(), followers, CLOCK);
  }

  private Event happened(Kind kind, String dataType) {
    var event = Event.of(kind, About.run("a.ca", dataType, "a.ca_1_aaaaaa"), Map.of(), CLOCK.instant());
    new Outbox(registry).add(event);
    return event;
  }

  private String jobs() {
    return String.valueOf(registry.sql().fetchValue(ALL));
  }

  /// Made from finance data.
  private static final class Aggregate implements Pipeline {
    @Override
    public String dataType() {
      return "aggregate";
    }

    @Override
    public String description() {
      return "";
    }

    @Override
    public SiteDatabase database() {
      return new SiteDatabase("aggregate/a.db", "", "", "", "", "", List.of(), List.of());
    }

    @Override
    public boolean supports(Site site) {
      return true;
    }

    @Override
    public List<Task> tasks() {
      return List.of();
    }

    @Override
    public Set<String> startsAfter() {
      return Set.of("finance");
    }
  }
}
