package band.civic.clerk.core.worker;

import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.queue.ClaimedJob;
import band.civic.clerk.core.queue.JobClaims.Failure;
import band.civic.clerk.core.queue.JobClaims;
import band.civic.clerk.core.site.SiteProblem;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.worker.RunningJob.Ended;
import band.civic.clerk.core.worker.RunningJob.Outcome;
import band.civic.clerk.core.worker.RunningJob.Stop;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.BadSourceData;
import band.civic.clerk.spi.ClerkException.Cancelled;
import band.civic.clerk.spi.ClerkException.ValidationFailed;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what came of an attempt.
///
/// @param claims where
/// @param clock UTC
record Verdicts(JobClaims claims, Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

  /// Writes what came of several, those that did well all at once.
  Tally write(List<Ended> all) {
    var done = new LinkedHashMap<ClaimedJob, Map<String, String>>();
    var tally = Tally.NOTHING;
    for (var each : all) {
      if (each.outcome() instanceof Outcome.Returned(JobResult.Done(var facts))) {
        done.put(each.job().job(), facts);
      } else {
        tally = tally.plus(write(each));
      }
    }
    var held = claims.succeed(done);
    done.keySet().stream().filter(job -> !held.contains(job)).forEach(Verdicts::notHeld);
    all.stream().filter(each -> held.contains(each.job().job())).forEach(Telling::end);
    return tally.plus(new Tally(held.size(), 0, done.size() - held.size()));
  }

  Tally write(Ended ended) {
    var job = ended.job().job();
    var held = switch (ended.outcome()) {
      case Outcome.Returned(JobResult.Done done) -> claims.succeed(job, done.facts());
      case Outcome.Returned(JobResult.NotNow later) -> later(job, later);
      case Outcome.Threw(var failure) -> failed(ended.job(), failure);
      case Outcome.Stuck _ -> stopped(ended.job(), new Cancelled("It did not stop when asked."));
    };
    if (!held) {
      notHeld(job);
      return new Tally(0, 0, 1);
    }
    Telling.end(ended);
    return tally(ended);
  }

  private static void notHeld(ClaimedJob job) {
    LOG.warn("job {} ({}): attempt {} counts no more, the job was cancelled or given to another worker", job.jobId(),
        job.type(), job.attempt());
  }

  private static Tally tally(Ended ended) {
    return switch (ended.outcome()) {
      case Outcome.Returned(JobResult.Done _) -> new Tally(1, 0, 0);
      case Outcome.Returned(JobResult.NotNow _) -> new Tally(0, 0, 1);
      case Outcome.Threw _,Outcome.Stuck _ -> ended.job().stopped().filter(Stop.DRAIN::equals).isPresent()
          ? new Tally(0, 0, 1)
          : new Tally(0, 1, 0);
    };
  }

  private boolean later(ClaimedJob job, JobResult.NotNow later) {
    LOG.info("job {} ({}) waits {} s: {}", job.jobId(), job.type(), later.pause().toSeconds(), later.reason());
    return claims.postpone(job, clock.instant().plus(later.pause()));
  }

  private boolean failed(RunningJob job, Throwable failure) {
    // what a job that was asked to stop throws says little, unless it is a failure that lasts
    return (job.stopped().isPresent() && mayPass(failure))
        ? stopped(job, failure)
        : claims.fail(job.job(), new Failure(ExitCodes.error(failure), false, mayPass(failure)));
  }

  private boolean stopped(RunningJob job, Throwable failure) {
    return switch (job.stopped().orElseThrow()) {
      case TIMEOUT -> claims.fail(job.job(), new Failure(timeout(job.job().timeout()), true, true));
      case DRAIN -> claims.postpone(job.job(), clock.instant());
      case LOST -> {
        LOG.info("job {} was stopped: {}", job.job().jobId(), failure.getMessage());
        yield false;
      }
    };
  }

  private static RunError timeout(Duration limit) {
    return new RunError("Timeout", "It took longer than %d seconds and was stopped.".formatted(limit.toSeconds()));
  }

  static boolean mayPass(Throwable failure) {
    return switch (failure) {
      case BadConfiguration _,BadSourceData _,ValidationFailed _,SiteProblem _ -> false;
      default -> true;
    };
  }
}
