package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.JobState;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk purge-queue`: empties a queue. Asks first.
@Command(name = "purge-queue", description = "Stop and delete all jobs of a queue that wait, run, failed or were cancelled. Asks first.")
public final class PurgeQueueCommand implements Callable<Integer> {
  private final Rooms rooms;
  private final Function<String, Optional<String>> person;

  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "QUEUE", description = "The queue, such as finance.")
  private String queue = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public PurgeQueueCommand(Rooms rooms) {
    this(rooms, question -> Optional.ofNullable(System.console()).map(console -> console.readLine("%s ", question)));
  }

  /// @param person answers a question; empty when nobody is there
  PurgeQueueCommand(Rooms rooms, Function<String, Optional<String>> person) {
    this.rooms = rooms;
    this.person = person;
  }

  @Override
  public Integer call() {
    var command = Objects.requireNonNull(spec).commandLine();
    new Queues(rooms).require(queue, command);
    if (!yes && !isWanted()) {
      throw new ParameterException(command,
          "The queue %s was not touched. Answer y, or give --yes, to empty it.".formatted(queue));
    }
    var purged = new JobQueue(rooms.registry(), rooms.clock()).purgeQueue(queue);
    PurgeCommand.print(new band.civic.clerk.core.cli.pipeline.Console(command, rooms, json), "queue", queue, purged);
    return ExitCodes.OK;
  }

  private boolean isWanted() {
    var state = new JobBook(rooms.registry()).listQueues(rooms.clock().instant())
        .stream()
        .filter(each -> each.queue().equals(queue))
        .findFirst();
    var waiting = state.map(each -> each.count(JobState.QUEUED) + each.count(JobState.WAITING)).orElse(0L);
    var running = state.map(each -> each.count(JobState.RUNNING)).orElse(0L);
    var failed = state.map(each -> each.count(JobState.FAILED)).orElse(0L);
    var question = "Delete %d waiting, %d running and %d failed jobs of queue %s? [y/N]".formatted(waiting, running,
        failed, queue);
    return person.apply(question).map(String::strip).filter(answer -> answer.matches("(?i)y|yes")).isPresent();
  }
}
