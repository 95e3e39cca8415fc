package band.civic.clerk.core.pipeline;

import band.civic.clerk.core.pipeline.Decision.Verdict;
import band.civic.clerk.core.pipeline.TaskPlan.Step;
import band.civic.clerk.core.pipeline.TaskResult.Outcome;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Runs the tasks of a plan, each after what it depends on, on a few platform threads (SQL must not run on virtual
/// ones). A task that fails takes with it only what depends on it.
public final class TaskRunner {
  private static final Duration POLL = Duration.ofMillis(50);

  private final Options options;
  private final Function<Task, TaskReport> work;
  private final TaskJournal journal;

  /// How tasks are run.
  ///
  /// @param parallel how many at a time
  /// @param continueOnFailure whether what depends on a failed task runs on what that task left when it last succeeded
  /// @param cancellation who may ask to stop
  /// @param grace how long running tasks have to stop when asked; after that they are given up
  /// @param clock for start and end
  public record Options(int parallel, boolean continueOnFailure, Cancellation cancellation, Duration grace,
      Clock clock) {

    public Options {
      parallel = Math.max(1, parallel);
    }
  }

  /// A runner.
  ///
  /// @param work does a task
  /// @param journal is told of each start and end before anything else happens
  public TaskRunner(Options options, Function<Task, TaskReport> work, TaskJournal journal) {
    this.options = options;
    this.work = work;
    this.journal = journal;
  }

  /// Runs the plan to its end, or to where it was cancelled.
  ///
  /// @return one result for each step, in the order of the plan
  public List<TaskResult> run(TaskPlan plan) {
    var threads = Executors.newFixedThreadPool(options.parallel, Thread.ofPlatform()
        .name("clerk-task-", 1)
        .daemon()
        .factory());
    try {
      return new Round(plan, threads).run();
    } finally {
      threads.shutdownNow();
    }
  }

  /// One pass through one plan.
  private final class Round {
    private final TaskPlan plan;
    private final ExecutorService threads;
    private final List<Step> waiting;
    private final BlockingQueue<Attempt> ended = new LinkedBlockingQueue<>();
    private final Map<String, Attempt> running = new LinkedHashMap<>();
    private final Map<String, TaskResult> done = new LinkedHashMap<>();

    private Round(TaskPlan plan, ExecutorService threads) {
      this.plan = plan;
      this.threads = threads;
      this.waiting = new ArrayList<>(plan.steps());
    }

    private List<TaskResult> run() {
      while (!options.cancellation.isRequested() && !(waiting.isEmpty() && running.isEmpty())) {
        startWhatCan();
        awaitOne();
      }
      if (options.cancellation.isRequested()) {
        stop();
      }
      return plan.steps().stream().flatMap(step -> find(step.task().name()).stream()).toList();
    }

    private void startWhatCan() {
      for (var step : List.copyOf(waiting)) {
        if (running.size() < options.parallel && isReady(step)) {
          waiting.remove(step);
          start(step);
        }
      }
    }

    private boolean isReady(Step step) {
      return plan.steps().stream().map(Step::name).filter(step.dependsOn()::contains).allMatch(done::containsKey);
    }

    private void start(Step step) {
      var decision = blockedBy(step).or(() -> plan.findGap(step.task()))
          .orElseGet(() -> plan.decide(step.task(), done));
      switch (decision.verdict()) {
        case RUN, RUN_IF_CHANGED -> launch(step, decision);
        case SKIP -> end(step, TaskResult.notRun(step.task(), Outcome.SKIPPED, decision.reason(), now()));
        case BLOCKED -> end(step, TaskResult.notRun(step.task(), Outcome.BLOCKED, decision.reason(), now()));
      }
    }

    private void launch(Step step, Decision decision) {
      journal.started(step, decision.reason());
      var attempt = new Attempt(step, decision, () -> work.apply(step.task()), new Attempt.Start(now(), ended));
      running.put(step.name(), attempt);
      threads.execute(attempt);
    }

    private Optional<Decision> blockedBy(Step step) {
      return step.dependsOn()
          .stream()
          .sorted()
          .flatMap(name -> find(name).stream())
          .filter(this::isInTheWay)
          .findFirst()
          .map(TaskRunner::blockedBy);
    }

    private boolean isInTheWay(TaskResult before) {
      var fine = before.outcome() == Outcome.SUCCEEDED || before.outcome() == Outcome.SKIPPED;
      var usable = options.continueOnFailure && plan.rule().state().everCompleted(before.task().name());
      return !fine && !usable;
    }

    private Optional<TaskResult> find(String name) {
      return Optional.ofNullable(done.get(name));
    }

    private void awaitOne() {
      if (running.isEmpty()) {
        return;
      }
      try {
        Optional.ofNullable(ended.poll(POLL.toMillis(), TimeUnit.MILLISECONDS)).ifPresent(this::settle);
      } catch (InterruptedException e) {
        options.cancellation.request("The run was interrupted.");
      }
    }

    private void settle(Attempt attempt) {
      running.remove(attempt.step().name());
      end(attempt.step(), attempt.result(options.cancellation.isRequested(), now()));
    }

    /// Interrupts what runs, waits a moment for it, and writes off what did not stop and what did not start.
    private void stop() {
      threads.shutdownNow();
      var end = System.nanoTime() + options.grace.toNanos();
      while (!running.isEmpty() && System.nanoTime() < end) {
        awaitOne();
      }
      List.copyOf(running.values()).forEach(this::settle);
      var reason = "the run was cancelled before";
      waiting.forEach(step -> end(step, TaskResult.notRun(step.task(), Outcome.CANCELLED, reason, now())));
    }

    private void end(Step step, TaskResult result) {
      journal.ended(step, result);
      done.put(step.name(), result);
    }

    private Instant now() {
      return options.clock.instant();
    }
  }

  private static Decision blockedBy(TaskResult before) {
    var how = before.outcome() == Outcome.FAILED ? "failed" : "could not run";
    return new Decision(Verdict.BLOCKED, "it needs \"%s\", which %s".formatted(before.task().name(), how));
  }
}
