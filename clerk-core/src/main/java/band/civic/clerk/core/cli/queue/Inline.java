package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.queue.ClaimedJob;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.RunIds;
import band.civic.clerk.core.worker.JobContext;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobResult;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Does jobs here and now, without the queue. What a run leaves is the same as if a worker had done it.
///
/// @param rooms where runs are made
/// @param kind the type
/// @param orders what was typed
record Inline(Rooms rooms, JobKind kind, Orders orders) {

  /// What came of one.
  ///
  /// @param site its site
  /// @param runId its run; empty when it did not come to that
  /// @param facts what is remembered of it
  /// @param failure why it was not done
  record Done(Optional<String> site, String runId, Map<String, String> facts, Optional<RuntimeException> failure) {

    String line(String type) {
      return "%s%s is done%s, run %s".formatted(site.map(name -> name + " ").orElse(""), type,
          facts.isEmpty() ? "" : " " + facts, runId);
    }

    Map<String, Object> json(String type) {
      var document = new LinkedHashMap<String, Object>();
      document.put("type", type);
      document.put("subdomain", site);
      document.put("run_id", runId);
      document.put("done", failure.isEmpty());
      document.put("result", facts);
      document.put("error", failure.map(Throwable::getMessage));
      return document;
    }
  }

  /// One after the other; one that fails does not stop the next.
  List<Done> run(List<String> subdomains, Watch watch) {
    if (!kind.isOfSites()) {
      return List.of(run(Optional.empty(), orders::hostJob, watch));
    }
    var done = new ArrayList<Done>();
    for (var subdomain : subdomains) {
      if (!watch.cancellation().isRequested()) {
        done.add(run(Optional.of(subdomain), () -> orders.siteJob(subdomain), watch));
      }
    }
    return done;
  }

  private Done run(Optional<String> site, Supplier<NewJob> order, Watch watch) {
    var runId = "";
    try {
      var job = order.get();
      runId = job.runId().orElseGet(() -> newRunId(job));
      return switch (kind.handler().run(new JobContext(claimed(job, runId), watch))) {
        case JobResult.Done(var facts) -> new Done(site, runId, facts, Optional.empty());
        case JobResult.NotNow later -> new Done(site, runId, Map.of(), Optional.of(new SourceUnavailable(
            later.reason())));
      };
    } catch (RuntimeException e) {
      return new Done(site, runId, Map.of(), Optional.of(e));
    }
  }

  private String newRunId(NewJob job) {
    return RunIds.of(job.site().map(DatasetKey::subdomain).orElse(job.type()), rooms.clock().instant(),
        RandomGenerator.getDefault());
  }

  private static ClaimedJob claimed(NewJob job, String runId) {
    return new ClaimedJob("", 1, job.type(), job.queue(), job.site(), Optional.empty(), runId, job.arguments(),
        job.createdBy(), job.limits().timeout(), true);
  }
}
