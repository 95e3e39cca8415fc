package band.civic.clerk.core.job;

import band.civic.clerk.core.pipeline.TaskGraph;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.spi.JobType;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.Task;
import java.util.List;
import java.util.Optional;

/// What can be run for a site: a pipeline, or a job as a graph of one task.
///
/// @param name the data type, or the job's name; also the directory of its files below the site's
/// @param graph its tasks
/// @param options options it takes
/// @param database what it publishes; empty for a job
/// @param pluginVersion version of the plugin that brings it
public record Work(String name, TaskGraph graph, List<PipelineOption> options, Optional<SiteDatabase> database,
    String pluginVersion) {

  public Work {
    options = List.copyOf(options);
  }

  /// A pipeline.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadConfiguration when its tasks do not form a graph
  public static Work of(Pipeline pipeline, String pluginVersion) {
    return new Work(pipeline.dataType(), TaskGraph.of(pipeline), pipeline.options(), Optional.of(pipeline.database()),
        pluginVersion);
  }

  /// A job.
  public static Work of(JobType job, String pluginVersion) {
    var task = Task.extract(job.name()).runs(job::run);
    return new Work(job.name(), TaskGraph.of(job.name(), List.of(task)), List.of(), Optional.empty(), pluginVersion);
  }

  /// What a run of it holds.
  public DatasetKey key(String subdomain) {
    return database.isPresent() ? new DatasetKey(subdomain, name) : DatasetKey.ofJob(subdomain, name);
  }
}
