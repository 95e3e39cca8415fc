package band.civic.clerk.core.job;

import band.civic.clerk.core.event.Dispatcher;
import band.civic.clerk.core.job.RunRequest.Caller;
import band.civic.clerk.core.pipeline.PipelineState;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.site.SourceTurns;
import band.civic.clerk.core.site.runs.DuePolicy;
import band.civic.clerk.core.site.runs.Holder;
import band.civic.clerk.core.site.runs.NewRun;
import band.civic.clerk.core.site.runs.NoticeBook;
import band.civic.clerk.core.site.runs.Publications;
import band.civic.clerk.core.site.runs.RunBook;
import band.civic.clerk.core.site.runs.RunIds;
import band.civic.clerk.core.site.runs.TaskBook;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What a runner works with.
///
/// @param storage the storage directory
/// @param settings for tasks
/// @param registry where runs are written
/// @param events hands on what happened
/// @param clock UTC
/// @param openLog called before each run, so that what runs nothing makes no log
public record RunDesk(Path storage, Settings settings, Registry registry, Dispatcher events, Clock clock,
    Runnable openLog) {

  RunBook runs() {
    return new RunBook(registry, DuePolicy.daily(RandomGenerator.getDefault()::nextDouble));
  }

  TaskBook tasks() {
    return new TaskBook(registry);
  }

  NoticeBook notices() {
    return new NoticeBook(registry);
  }

  Publications publications() {
    return new Publications(registry);
  }

  SourceTurns turns() {
    return new SourceTurns(registry);
  }

  SiteDatasets datasets() {
    return new SiteDatasets(registry);
  }

  PipelineState state(DatasetKey key, PublishedFile file) {
    var fault = datasets().find(key).flatMap(SiteDataset::published).flatMap(file::fault);
    return new PipelineState(tasks().states(key), tasks().versions(key), fault);
  }

  NewRun newRun(DatasetKey key, String command, Map<String, String> options, Caller caller) {
    openLog.run();
    var now = clock.instant();
    var id = caller.runId().orElseGet(() -> RunIds.of(key.subdomain(), now, RandomGenerator.getDefault()));
    return new NewRun(id, key, command, caller.startedBy(), options, Holder.ofThisProcess(), now,
        now.plus(Heartbeat.LEASE), false);
  }
}
