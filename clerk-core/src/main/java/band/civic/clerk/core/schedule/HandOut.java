package band.civic.clerk.core.schedule;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Wish.For;
import band.civic.clerk.core.queue.Enqueued;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.queue.Priority;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.DueSites.Scope;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts into the queue what one schedule asks for.
///
/// @param desk what it works with
/// @param entry the schedule
record HandOut(ScheduleDesk desk, ScheduleEntry entry) {
  /// How long a site that was handed out is left alone when nobody serves it. Then it is handed out again, which finds
  /// the job if it still waits.
  static final Duration HOLD = Duration.ofHours(1);

  /// The sites that are meant.
  Scope scope() {
    return new Scope(entry.wish().dataType(), entry.wish().only());
  }

  /// Checks that a job of this kind can be made as the schedule wants it; one that no plugin brings may come later.
  ///
  /// @throws BadConfiguration when it takes no site, or needs one, or does not take these options
  void check() {
    try {
      var _ = findJob(entry.wish().sites() == For.NOBODY ? Optional.empty() : Optional.of("any"));
    } catch (BadConfiguration e) {
      throw new BadConfiguration("%s: schedule %s: %s".formatted(entry.place(), entry.name(), e.getMessage()), e);
    }
  }

  /// Asks the pipeline which sites it is for.
  ///
  /// @return whether there is such a pipeline, and such a kind of job
  boolean enrol() {
    var dataType = entry.wish().dataType();
    var pipeline = Optional.ofNullable(desk.pipelines().get(dataType));
    pipeline.ifPresent(supports -> desk.enrolment().refresh(dataType, supports));
    return pipeline.isPresent() && desk.kinds().find(entry.wish().job()).isPresent();
  }

  /// Makes every enabled site due that has not succeeded lately.
  void makeDue(Instant now) {
    desk.due().makeDue(scope(), now.minus(entry.wish().olderThan().orElse(Duration.ZERO)), now);
  }

  /// Hands out the most urgent sites that are due, each to one job; joins the caller's transaction.
  ///
  /// @return how many sites were found and taken
  int dueSites(Instant now, int limit) {
    var taken = 0;
    for (var subdomain : limit > 0 ? desk.due().list(scope(), now, limit) : List.<String>of()) {
      if (desk.due().take(new DatasetKey(subdomain, entry.wish().dataType()), now, now.plus(HOLD))) {
        findJob(Optional.of(subdomain)).ifPresent(this::enqueue);
        taken++;
      }
    }
    return taken;
  }

  /// Puts in the one job of a schedule that is for no site.
  int oneJob() {
    return findJob(Optional.empty()).map(this::enqueue).isPresent() ? 1 : 0;
  }

  private Optional<NewJob> findJob(Optional<String> subdomain) {
    var options = entry.wish().options();
    return desk.kinds()
        .find(entry.wish().job())
        .map(kind -> subdomain.map(site -> kind.forSite(site, options)).orElseGet(() -> kind.forHost(options)));
  }

  private Enqueued enqueue(NewJob job) {
    var priority = Priority.valueOf(entry.wish().priority().toUpperCase(Locale.ROOT));
    var enqueued = desk.queue().enqueue(job.withPriority(priority).withCreatedBy("schedule " + entry.name()));
    desk.book().enqueued(entry.name(), enqueued.jobId());
    return enqueued;
  }
}
