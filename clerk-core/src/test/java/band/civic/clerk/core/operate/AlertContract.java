package band.civic.clerk.core.operate;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.operate.alert.AlertBook;
import band.civic.clerk.core.operate.alert.AlertRound.News;
import band.civic.clerk.core.operate.alert.AlertRound;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.SiteDatasets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What opens and closes an alert on every database; each is told once.
abstract class AlertContract {
  @TempDir
  private Path storage;

  private Station station;
  private final List<News> told = new ArrayList<>();

  abstract String newRegistry(Path directory);

  @BeforeEach
  void open() {
    station = new Station(newRegistry(storage), storage);
  }

  @AfterEach
  void close() {
    station.close();
  }

  @Test
  void a_stale_site_is_told_once_and_once_more_when_it_is_fresh_again() {
    var key = station.freshSite("alameda.ca");
    assertThat(look().isEmpty()).isTrue();
    station.clock.move(Duration.ofHours(37));

    assertThat(look().opened()).hasSize(1);
    assertThat(look().isEmpty()).as("it is told already").isTrue();
    assertThat(openAlerts()).singleElement().asString().startsWith("site-stale alameda.ca/finance No run has looked");
    assertThat(station.one("SELECT kind || ' ' || subdomain FROM events")).as("listeners hear of it")
        .isEqualTo("site_stale alameda.ca");

    new SiteDatasets(station.registry).succeeded(key, station.clock.instant(),
        Optional.empty());
    assertThat(look().closed()).hasSize(1);
    assertThat(look().isEmpty()).isTrue();
    assertThat(openAlerts()).isEmpty();
    assertThat(told).hasSize(2);
  }

  @Test
  void a_load_with_far_fewer_records_is_told_until_another_load_is_normal() {
    var key = station.freshSite("alameda.ca");
    published(key, "a", 1000);
    published(key, "b", 700);
    assertThat(look().isEmpty()).as("30 % is the limit").isTrue();
    published(key, "c", 489);

    assertThat(look().opened()).hasSize(1);
    assertThat(openAlerts()).singleElement()
        .asString()
        .contains("rows-fell alameda.ca/finance", "489 records",
            "before had 700", "clerk finance rollback alameda.ca");
    published(key, "d", 500);
    assertThat(look().closed()).hasSize(1);
  }

  @Test
  void many_failed_runs_of_a_day_are_told() {
    var key = station.freshSite("alameda.ca");
    for (var i = 0; i < 8; i++) {
      station.ended("ok-" + i, key, "succeeded");
    }
    station.ended("bad-1", key, "failed");
    station.ended("bad-2", key, "failed");
    assertThat(look().isEmpty()).as("20 % is the limit").isTrue();
    station.ended("bad-3", key, "failed");

    assertThat(look().opened()).hasSize(1);
    assertThat(openAlerts()).singleElement().asString().contains("failure-rate all 3 of 11 runs");
  }

  @Test
  void dead_letters_and_a_queue_without_a_worker_are_told() {
    station.enqueue(NewJob.of("finance.etl", "finance", new Limits(Duration.ofMinutes(1), 1)));
    assertThat(look().isEmpty()).as("a worker may be about to start").isTrue();
    station.clock.move(Duration.ofMinutes(6));
    assertThat(look().opened()).hasSize(1);
    assertThat(openAlerts()).singleElement().asString().contains("no-worker finance 1 job queued");

    station.registry.sql().execute("UPDATE jobs SET state = 'failed', finished_at = ?", station.now());
    var news = look();
    assertThat(news.opened()).hasSize(1);
    assertThat(news.closed()).hasSize(1);
    assertThat(openAlerts()).singleElement().asString().contains("dead-letters finance 1 job used up");
  }

  private News look() {
    return new AlertRound(station.desk(), told::add).look();
  }

  private List<String> openAlerts() {
    return new AlertBook(station.registry).listOpen()
        .stream()
        .map(
            alert -> "%s %s %s".formatted(alert.concern().kind(), alert.concern().subject(), alert.concern().message()))
        .toList();
  }

  private void published(DatasetKey key, String sha, long records) {
    station.clock.move(Duration.ofSeconds(1));
    station.registry.sql()
        .execute("INSERT INTO publications (subdomain, data_type, sha256, bytes, run_id, published_at, source, "
            + "record_count, record_types) VALUES (?, ?, ?, 1, 'run', ?, 'NetFile', ?, '[]')", key.subdomain(),
            key.dataType(), sha, station.now(), records);
  }
}
