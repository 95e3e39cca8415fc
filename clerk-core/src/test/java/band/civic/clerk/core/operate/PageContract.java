package band.civic.clerk.core.operate;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.operate.health.Health;
import band.civic.clerk.core.operate.http.DoorSettings;
import band.civic.clerk.core.operate.http.HttpDoor;
import band.civic.clerk.core.operate.page.OperatorsPage;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The operator's page on every database, over HTTP and without a browser.
abstract class PageContract {
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(10), 3);
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form_token\" value=\"([0-9a-f]+)\"");

  @TempDir
  private Path storage;

  private Station station;
  private HttpDoor door;

  abstract String newRegistry(Path directory);

  @BeforeEach
  void open() {
    station = new Station(newRegistry(storage), storage);
    var page = new OperatorsPage(station.desk(), () -> new Health(station.desk()).look());
    var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    door = HttpDoor.start(new DoorSettings(anywhere, Optional.empty(), true), page.routes());
  }

  @AfterEach
  void close() {
    door.close();
    station.close();
  }

  @Test
  void an_empty_installation_says_what_to_do_next() throws Exception {
    assertThat(get("/").body()).contains("Nothing is running.", "clerk worker --all", "clerk site import",
        "class=\"state degraded\"");
    assertThat(get("/assets/page.css").headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
    assertThat(get("/assets/page.js").body()).contains("fetch('/'");
  }

  @Test
  void the_page_shows_sites_queues_workers_runs_and_the_last_days() throws Exception {
    station.worker("host-a-7", "worker", "[\"finance\"]");
    station.freshSite("alameda.ca");
    station.clock.move(Duration.ofHours(40));
    var key = station.freshSite("berkeley.ca");
    station.worker("host-a-8", "scheduler", "[]");
    station.running("run-1", key);
    station.registry.sql()
        .execute("INSERT INTO run_tasks (run_id, task, stage, ordinal, state, reason, started_at, doing, units_done, "
            + "units_total) VALUES ('run-1', 'workbooks', 'EXTRACT', 1, 'running', '', ?, 'year 2024', 3, 12)",
            station.now());
    station.ended("run-2", key, "succeeded");

    var page = get("/").body();

    assertThat(page).contains("<strong>berkeley.ca</strong>", "value=\"25\"", "workbooks 3 of 12: year 2024",
        "standing stale", "standing fresh", "host-a-8", "Runs in 30 days: 1 with new data, 0 without news, 0 failed.");
    assertThat(page.indexOf("<th scope=\"row\">alameda.ca")).as("the stale one first")
        .isLessThan(page.indexOf("<th scope=\"row\">berkeley.ca"));
    assertThat(page).as("nothing the content security policy forbids").doesNotContain(" style=", "<script>", "onclick");
  }

  @Test
  void a_failed_job_is_tried_again_or_dropped_by_a_button() throws Exception {
    var job = failedJob("<script>alert(1)</script> & the source is away");

    var page = get("/").body();
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; the source is away")
        .doesNotContain("<script>alert");
    assertThat(post("/jobs/retry", "job=" + job, "guessed").statusCode()).isEqualTo(403);
    assertThat(station.one("SELECT state FROM jobs")).isEqualTo("failed");

    assertThat(post("/jobs/retry", "job=" + job, token(page)).statusCode()).isEqualTo(303);
    assertThat(station.one("SELECT state FROM jobs")).isEqualTo("queued");
    assertThat(post("/jobs/retry", "job=" + job, token(page))).satisfies(answer -> {
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("is queued");
    });

    station.registry.sql().execute("UPDATE jobs SET state = 'failed'");
    assertThat(post("/jobs/drop", "job=" + job, token(page)).statusCode()).isEqualTo(303);
    assertThat(station.one("SELECT count(*) FROM jobs")).isEqualTo("0");
  }

  @Test
  void a_site_is_refreshed_by_a_button_once_and_only_if_a_pipeline_serves_it() throws Exception {
    station.freshSite("alameda.ca");
    var token = token(get("/").body());

    assertThat(post("/sites/refresh", "site=alameda.ca&data=finance", token).statusCode()).isEqualTo(303);
    assertThat(post("/sites/refresh", "site=alameda.ca&data=finance", token).statusCode()).isEqualTo(303);
    assertThat(post("/sites/refresh", "site=nowhere.ca&data=finance", token).statusCode()).isEqualTo(409);

    assertThat(station.one("SELECT count(*) FROM jobs")).isEqualTo("1");
    assertThat(station.one("SELECT created_by FROM jobs")).isEqualTo("operator's page");
  }

  private String failedJob(String why) {
    station.enqueue(NewJob.of("finance.etl", "finance", LIMITS));
    station.registry.sql()
        .execute("UPDATE jobs SET state = 'failed', attempt = 3, finished_at = ?, error_kind = 'SourceUnavailable', "
            + "error_message = ?", station.now(), why);
    return station.one("SELECT job_id FROM jobs");
  }

  private static String token(String page) {
    var token = FORM_TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(door.address().resolve(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form, String token) throws Exception {
    var body = form + "&form_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(door.address().resolve(path)).POST(BodyPublishers.ofString(body)).build(),
            BodyHandlers.ofString());
  }
}
