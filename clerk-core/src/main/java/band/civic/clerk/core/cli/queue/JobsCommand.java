package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.pipeline.Console;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.JobState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk jobs`: what is in the queue, and what to do about it.
@Command(name = "jobs", synopsisSubcommandLabel = "COMMAND", description = "Look at jobs in the queue; try them again, stop or drop them.")
public final class JobsCommand {
  private final Rooms rooms;

  @Spec
  private @Nullable CommandSpec spec;

  public JobsCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  /// Which jobs a list shows.
  @Command
  static final class Choice {
    @Option(names = "--queue", paramLabel = "QUEUE", description = "Only of this queue.")
    private @Nullable String queue;

    @Option(names = {"-s", "--subdomain"}, paramLabel = "SUBDOMAIN", description = "Only of this site.")
    private @Nullable String subdomain;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only of this type.")
    private @Nullable String type;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "So many at most, the newest (default: ${DEFAULT-VALUE}).")
    private int limit;

    private JobBook.Filter filter(Set<JobState> states) {
      return new JobBook.Filter(states, Optional.ofNullable(queue), Optional.ofNullable(subdomain),
          Optional.ofNullable(type), Math.max(1, limit));
    }
  }

  @Command(name = "list", description = "List jobs, the newest first: those that wait or run; with --all those that ended too.")
  int list(@Mixin Choice choice,
      @Option(names = "--all", description = "Those that ended, too.") boolean all,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var states = all ? EnumSet.allOf(JobState.class) : EnumSet.of(JobState.WAITING, JobState.QUEUED, JobState.RUNNING);
    return show("list", choice.filter(states), json,
        all ? "There are no jobs." : "No job waits or runs. --all lists those that ended, too.");
  }

  @Command(name = "failed", description = "List jobs that failed for good, with their errors.")
  int failed(@Mixin Choice choice,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    return show("failed", choice.filter(EnumSet.of(JobState.FAILED)), json, "No job failed for good.");
  }

  @Command(name = "show", description = "Show a job with its attempts.")
  int show(@Parameters(paramLabel = "JOB", description = "The job's id.") String id,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var book = new JobBook(rooms.registry());
    var job = book.getJob(id);
    console("show", json).print(() -> JobShapes.lines(job, book.listAttempts(id), book.listChildren(id)),
        () -> JobShapes.json(job, book.listAttempts(id), book.listChildren(id)));
    return ExitCodes.OK;
  }

  @Command(name = "retry", description = "Have jobs that failed or were cancelled tried again, with all their attempts.")
  int retry(@Mixin Named named, @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    return each("retry", named.ids(this::failedIds), queue()::retry, json);
  }

  @Command(name = "cancel", description = "Stop jobs: one that waits is not begun, one that runs is stopped by its worker.")
  int cancel(@Parameters(arity = "1..*", paramLabel = "JOB", description = "The jobs' ids.") List<String> ids,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    return each("cancel", ids, queue()::cancel, json);
  }

  @Command(name = "drop", description = "Delete jobs that ended, with their attempts.")
  int drop(@Mixin Named named, @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    return each("drop", named.ids(this::failedIds), queue()::drop, json);
  }

  private int show(String command, JobBook.Filter filter, boolean json, String none) {
    var jobs = new JobBook(rooms.registry()).listJobs(filter);
    console(command, json).print(() -> jobs.isEmpty() ? List.of(none) : JobShapes.table(jobs),
        () -> jobs.stream().map(JobShapes::json).toList());
    return ExitCodes.OK;
  }

  /// Does the same with each; one that cannot be done does not stop the next.
  private int each(String command, List<String> ids, Consumer<String> deed, boolean json) {
    var console = console(command, json);
    var results = new ArrayList<Map<String, Object>>();
    var worst = ExitCodes.OK;
    for (var id : ids) {
      Optional<RuntimeException> failure = Optional.empty();
      try {
        deed.accept(id);
      } catch (RuntimeException e) {
        failure = Optional.of(e);
        worst = ExitCodes.worst(worst, ExitCodes.of(e));
        console.complain(e, "");
      }
      var done = new LinkedHashMap<String, Object>();
      done.put("job_id", id);
      done.put("done", failure.isEmpty());
      done.put("error", failure.map(Throwable::getMessage));
      results.add(done);
    }
    var count = results.stream().filter(each -> Boolean.TRUE.equals(each.get("done"))).count();
    console.print(() -> List.of("%s: %d of %d".formatted(command, count, ids.size())), () -> results);
    return worst;
  }

  private List<String> failedIds(Optional<String> queue) {
    return new JobBook(rooms.registry()).listJobs(new JobBook.Filter(EnumSet.of(JobState.FAILED), queue,
        Optional.empty(), Optional.empty(), Integer.MAX_VALUE)).stream().map(job -> job.jobId()).toList();
  }

  private JobQueue queue() {
    return new JobQueue(rooms.registry(), rooms.clock());
  }

  private Console console(String subcommand, boolean json) {
    var command = Objects.requireNonNull(spec).subcommands().get(subcommand);
    return new Console(Objects.requireNonNull(command), rooms, json);
  }
}
