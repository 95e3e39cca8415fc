package band.civic.clerk.core.operate.metrics;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.http.Answer;
import band.civic.clerk.core.operate.http.Route;
import band.civic.clerk.core.operate.state.Runs;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.spi.ClerkException;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the registry knows at this moment and how the process fares, as `/metrics` in the text format of Prometheus.
/// Every process of an installation tells the same of the registry, so sum over none of them.
public final class Metrics implements MultiCollector {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  private static final List<JobState> SHOWN = List.of(JobState.WAITING, JobState.QUEUED, JobState.RUNNING,
      JobState.FAILED);
  private static final Duration DAY = Duration.ofDays(1);

  private final OperateDesk desk;
  private final PrometheusRegistry numbers = new PrometheusRegistry();

  public Metrics(OperateDesk desk) {
    this.desk = desk;
    numbers.register(this);
    JvmMetrics.builder().register(numbers);
  }

  /// `/metrics`.
  public Route route() {
    return Route.get("/metrics", _ -> answer());
  }

  private Answer answer() {
    var text = new ByteArrayOutputStream();
    var writer = PrometheusTextFormatWriter.create();
    try {
      writer.write(text, numbers.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(200, writer.getContentType(), text.toByteArray(), Map.of());
  }

  /// Without a registry the process itself still tells how it fares.
  @Override
  public MetricSnapshots collect() {
    var gauges = declared();
    try {
      queues(gauges);
      sites(gauges);
      runs(gauges);
      desk.workers()
          .stream()
          .collect(Collectors.groupingBy(worker -> worker.kind(), Collectors.counting()))
          .forEach((kind, count) -> gauges.add("clerk_workers", count, "kind", kind));
      gauges.add("clerk_registry_up", 1);
    } catch (ClerkException | DataAccessException e) {
      LOG.warn("The registry could not be measured: {}", e.getMessage());
      var down = declared();
      down.add("clerk_registry_up", 0);
      return down.snapshots();
    }
    return gauges.snapshots();
  }

  private static Gauges declared() {
    return new Gauges().declare("clerk_registry_up", "Whether the registry answers")
        .declare("clerk_jobs", "Jobs by queue and state; failed ones have used up their attempts")
        .declare("clerk_queue_oldest_seconds", "For how long the oldest job of a queue could have been running")
        .declare("clerk_workers", "Processes that gave a sign lately")
        .declare("clerk_runs_running", "Runs under way, by data type")
        .declare("clerk_runs_stuck", "Runs that count as running and gave no sign")
        .declare("clerk_runs_last_day", "Runs that ended in the last 24 hours, by outcome")
        .declare("clerk_sites", "Sites by data type and standing: stale, failing, new, fresh, idle")
        .declare("clerk_site_age_seconds", "How long ago a run last looked at the source of a site")
        .declare("clerk_site_failures", "Failed runs of a site since the last that succeeded")
        .declare("clerk_site_records", "Published records of a site");
  }

  private void queues(Gauges gauges) {
    var now = desk.clock().instant();
    for (var queue : desk.queues()) {
      for (var state : SHOWN) {
        gauges.add("clerk_jobs", queue.count(state), "queue", queue.queue(), "state", state.text());
      }
      gauges.add("clerk_queue_oldest_seconds", queue.oldestDue().map(due -> seconds(due, now)).orElse(0.0),
          "queue", queue.queue());
    }
  }

  private void sites(Gauges gauges) {
    var now = desk.clock().instant();
    var sites = desk.sites();
    sites.stream()
        .collect(Collectors.groupingBy(site -> site.key().dataType(),
            Collectors.groupingBy(site -> site.standing().word(), Collectors.counting())))
        .forEach((type, standings) -> standings.forEach((standing, count) -> gauges.add("clerk_sites", count,
            "data_type", type, "standing", standing)));
    for (var site : sites) {
      var labels = new String[]{"subdomain", site.key().subdomain(), "data_type", site.key().dataType()};
      site.lastSuccessAt().ifPresent(at -> gauges.add("clerk_site_age_seconds", seconds(at, now), labels));
      site.dataset().ifPresent(dataset -> {
        gauges.add("clerk_site_failures", dataset.consecutiveFailures(), labels);
        gauges.add("clerk_site_records", dataset.published().map(p -> p.summary().recordCount()).orElse(0L), labels);
      });
    }
  }

  private void runs(Gauges gauges) {
    var now = desk.clock().instant();
    var runs = new Runs(desk.registry());
    var running = runs.listRunning();
    running.stream()
        .collect(Collectors.groupingBy(run -> run.key().dataType(), Collectors.counting()))
        .forEach((type, count) -> gauges.add("clerk_runs_running", count, "data_type", type));
    gauges.add("clerk_runs_stuck", running.stream().filter(run -> !run.isLive(now)).count());
    var ended = runs.countSince(now.minus(DAY));
    gauges.add("clerk_runs_last_day", ended.succeeded(), "outcome", "succeeded");
    gauges.add("clerk_runs_last_day", ended.failed(), "outcome", "failed");
  }

  private static double seconds(Instant since, Instant now) {
    return Duration.between(since, now).toMillis() / 1000.0;
  }
}
