package band.civic.clerk.core.worker;

import static java.util.stream.Collectors.toCollection;

import band.civic.clerk.core.job.JobRunner;
import band.civic.clerk.core.job.RunOutcome;
import band.civic.clerk.core.job.RunRequest.Caller;
import band.civic.clerk.core.job.RunRequest.How;
import band.civic.clerk.core.job.RunRequest;
import band.civic.clerk.core.job.Work;
import band.civic.clerk.core.pipeline.TaskResult;
import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.spi.JobType;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The types of jobs that plugins bring: of each pipeline the whole (`finance.etl`), its stages (`finance.extract`) and
/// its single tasks (`finance.task.NAME`), all in the queue of its data type; and plugins' own job types.
///
/// Each goes through the one door, [JobRunner], as the command line does, and so leaves the same rows.
///
/// @param runner where runs are made
/// @param sites where sites are
public record SiteKinds(JobRunner runner, Sites sites) {
  /// Whole states take hours the first time.
  private static final Limits OF_PIPELINE = new Limits(Duration.ofHours(6), 3);
  /// How long a job waits when another run is at its site.
  private static final Duration BUSY = Duration.ofSeconds(15);
  private static final String FORCE = "force";

  /// What the pipeline can be asked for.
  public List<JobKind> of(Contributed<Pipeline> pipeline) {
    var work = Work.of(pipeline.value(), pipeline.version());
    var stages = Stream.of(Stage.values()).map(stage -> stage(work, stage));
    var tasks = work.graph().inOrder().stream().map(task -> task(work, task));
    return Stream.of(Stream.of(whole(work)), stages, tasks).flatMap(each -> each).toList();
  }

  /// What the plugin's job type can be asked for.
  public JobKind ofJob(Contributed<JobType> job) {
    var type = job.value();
    var work = Work.of(type, job.version());
    var limits = new Limits(type.timeout(), type.maxAttempts());
    return JobKind.of(type.name(), type.queue(), limits, context -> run(work, TaskSelection.all().withForce(true),
        "job run " + type.name(), context)).withDescription(type.description()).ofSites();
  }

  private JobKind whole(Work work) {
    return kind(work, "etl", TaskSelection.all()).withDescription("All that is due of " + work.name() + ".")
        .withArguments(arguments(work, Set.of(Stage.values())));
  }

  private JobKind stage(Work work, Stage stage) {
    var name = stage.name().toLowerCase(Locale.ROOT);
    return kind(work, name, TaskSelection.of(stage)).withDescription("The stage %s of %s.".formatted(name, work.name()))
        .withArguments(arguments(work, Set.of(stage)));
  }

  private JobKind task(Work work, Task task) {
    var selection = TaskSelection.of(task.stage()).withOnly(Set.of(task.name())).withSkipDependencies(true);
    return kind(work, "task." + task.name(), selection)
        .withDescription("The task %s of %s.".formatted(task.name(), work.name()))
        .withArguments(arguments(work, Set.of(task.stage())));
  }

  private JobKind kind(Work work, String name, TaskSelection selection) {
    var command = work.name() + " " + name.replace('.', ' ');
    return JobKind.of(work.name() + "." + name, work.name(), OF_PIPELINE, context -> run(work,
        selection.withForce(context.arguments().containsKey(FORCE)), command, context)).ofSites(work.name());
  }

  private static Set<String> arguments(Work work, Set<Stage> stages) {
    var names = work.options()
        .stream()
        .filter(option -> stages.contains(option.stage()))
        .map(PipelineOption::name)
        .collect(toCollection(TreeSet::new));
    names.add(FORCE);
    return names;
  }

  private JobResult run(Work work, TaskSelection selection, String command, JobContext context) {
    var options = new HashMap<>(context.arguments());
    options.remove(FORCE);
    var job = context.job();
    var request = new RunRequest(work, sites.getSite(context.subdomain()), selection, options, new How(command, 1,
        false)).withCaller(new Caller(job.createdBy(), Optional.of(job.runId())));
    return result(runner.run(request, context.watch()));
  }

  private static JobResult result(RunOutcome outcome) {
    return switch (outcome.state()) {
      case SUCCEEDED, UNCHANGED -> new JobResult.Done(facts(outcome));
      case REFUSED -> new JobResult.NotNow(BUSY, outcome.failure().map(Throwable::getMessage).orElse("busy"));
      case FAILED, CANCELLED -> throw failure(outcome);
    };
  }

  private static Map<String, String> facts(RunOutcome outcome) {
    var changed = outcome.tasks().stream().map(TaskResult::report).mapToLong(report -> report.changed()).sum();
    return Map.of("state", outcome.state().name().toLowerCase(Locale.ROOT), "rows_changed", String.valueOf(changed));
  }

  private static RuntimeException failure(RunOutcome outcome) {
    var failure = outcome.failure().orElseThrow();
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }
}
