package band.civic.clerk.core.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.event.webhook.Webhooks;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.operate.alert.AlertJobs.Channels;
import band.civic.clerk.core.operate.alert.AlertJobs;
import band.civic.clerk.core.operate.freshness.FreshnessJob;
import band.civic.clerk.core.operate.mail.MailSettings;
import band.civic.clerk.core.operate.mail.Mailer;
import band.civic.clerk.core.queue.Backoff;
import band.civic.clerk.core.queue.ClaimedJob;
import band.civic.clerk.core.queue.JobClaims.Wish;
import band.civic.clerk.core.queue.JobClaims;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.worker.JobContext;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.testkit.task.MovableClock;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Alerts reach people: through a real SMTP server and a real HTTP server, by jobs.
class AlertJobsTest {
  private static final String PASSWORD = "an-invented-password";
  private static final String SECRET = "an-invented-secret";

  @TempDir
  private Path storage;

  private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<Map<String, String>> posted = new ArrayList<>();
  private final Map<String, String> settings = new HashMap<>();
  private HttpServer http;
  private Station station;

  @BeforeEach
  void open() throws Exception {
    smtp.start();
    smtp.setUser("ops@example.org", "ops", PASSWORD);
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", exchange -> {
      var post = new HashMap<String, String>();
      exchange.getRequestHeaders()
          .forEach((name, values) -> post.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      post.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      posted.add(post);
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    http.start();
    settings.putAll(Map.of("smtp.host", "127.0.0.1", "smtp.port", String.valueOf(smtp.getSmtp().getPort()),
        "smtp.security", "none", "smtp.user", "ops", "smtp.password", PASSWORD, "smtp.from", "clerk@example.org",
        "smtp.to", "ops@example.org", "webhook.secret", SECRET, "webhook.urls",
        "http://127.0.0.1:%d/hook".formatted(http.getAddress().getPort())));
    station = new Station("jdbc:sqlite:" + storage.resolve("civic.db"), storage);
  }

  @AfterEach
  void close() {
    station.close();
    http.stop(0);
    smtp.stop();
  }

  @Test
  void what_begins_and_what_is_over_is_mailed_and_posted_once() throws Exception {
    var key = station.freshSite("alameda.ca");
    station.clock.move(Duration.ofHours(40));

    work("alerts");
    work("alerts");
    var mail = smtp.getReceivedMessages();
    assertThat(mail).hasSize(1);
    assertThat(mail[0].getSubject()).isEqualTo("clerk: 1 alert (site-stale alameda.ca/finance)");
    assertThat(mail[0].getContent().toString()).contains("OPEN  site-stale  alameda.ca/finance",
        "`clerk why alameda.ca` tells why");
    assertThat(posted).hasSize(1);
    assertThat(posted.getFirst().get("body")).contains("\"event\": \"alerts\"", "\"kind\": \"site-stale\"");
    assertThat(posted.getFirst().get("x-clerk-signature")).isEqualTo("sha256=" + hmac(
        posted.getFirst().get("x-clerk-timestamp") + "." + posted.getFirst().get("body")));

    new SiteDatasets(station.registry).succeeded(key, station.clock.instant(),
        Optional.empty());
    work("alerts");
    assertThat(smtp.getReceivedMessages()).hasSize(2);
    assertThat(smtp.getReceivedMessages()[1].getSubject()).isEqualTo("clerk: 1 over (site-stale alameda.ca/finance)");
    assertThat(station.one("SELECT count(*) FROM jobs WHERE arguments LIKE '%" + PASSWORD + "%'")).isEqualTo("0");
  }

  @Test
  void a_server_that_is_away_is_asked_again_and_one_that_refuses_is_not_and_nobody_sees_the_password() {
    settings.put("smtp.password", "wrong-" + PASSWORD);
    assertThatThrownBy(() -> mailer().send("x", "y")).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("refuses the user or password")
        .hasMessageNotContaining(PASSWORD);
    smtp.stop();
    assertThatThrownBy(() -> mailer().send("x", "y")).isInstanceOf(SourceUnavailable.class)
        .hasMessageNotContaining(PASSWORD);
    assertThat(mailSettings().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void settings_that_are_not_complete_say_what_is_missing() {
    settings.remove("smtp.to");
    assertThatThrownBy(this::mailSettings).isInstanceOf(BadConfiguration.class).hasMessageContaining("smtp.to is not");
    settings.put("smtp.to", "ops@example.org");
    settings.remove("smtp.password");
    assertThatThrownBy(this::mailSettings).hasMessageContaining("CLERK_SMTP_PASSWORD");
    settings.remove("smtp.host");
    assertThat(MailSettings.of(settings())).isEmpty();
  }

  @Test
  void the_daily_report_is_written_and_mailed_if_wanted() throws Exception {
    station.freshSite("alameda.ca");
    station.site("new<i>.ca");
    var kind = FreshnessJob.kind(station::desk, () -> MailSettings.of(settings()));

    station.enqueue(kind.forHost(Map.of("mail", "true")));
    work(List.of(kind));

    assertThat(storage.resolve("reports/freshness.html")).content()
        .contains("1 new, 1 fresh", "alameda.ca", "new&lt;i&gt;.ca", "badge fresh");
    assertThat(smtp.getReceivedMessages()).singleElement()
        .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("clerk: freshness, 1 new, 1 fresh"));
  }

  private void work(String type) {
    var kinds = new AlertJobs(station::desk, new Channels(() -> Webhooks.of(settings(), station.clock),
        () -> MailSettings.of(settings()), Json::of)).kinds();
    station.enqueue(new JobKinds(kinds).get(type).forHost(Map.of()));
    work(kinds);
  }

  /// Does what is in the queue, as a worker would.
  private void work(List<JobKind> kinds) {
    var byType = new JobKinds(kinds);
    var claims = new JobClaims(station.registry, station.clock, Duration.ofMinutes(1), Backoff.usual());
    for (var job = claim(claims); job.isPresent(); job = claim(claims)) {
      var _ = byType.get(job.get().type()).handler().run(new JobContext(job.get(), Watch.none()));
      assertThat(claims.succeed(job.get(), Map.of())).isTrue();
    }
  }

  private static Optional<ClaimedJob> claim(JobClaims claims) {
    return claims.claim(Wish.one("w1", Set.of("operate"))).stream().findFirst();
  }

  private Mailer mailer() {
    return new Mailer(mailSettings(), new MovableClock("2026-11-24T06:00:00Z"));
  }

  private MailSettings mailSettings() {
    return MailSettings.of(settings()).orElseThrow();
  }

  private Settings settings() {
    return new Settings() {
      @Override
      public Optional<String> find(String key) {
        return Optional.ofNullable(settings.get(key));
      }

      @Override
      public Optional<String> findSecret(String key) {
        return find(key);
      }
    };
  }

  private static String hmac(String text) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
