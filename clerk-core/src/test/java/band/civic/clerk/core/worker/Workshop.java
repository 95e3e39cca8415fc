package band.civic.clerk.core.worker;

import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.queue.Backoff;
import band.civic.clerk.core.queue.Enqueued;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobClaims;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.JobRow;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.JobKind.Handler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// A registry with a queue, kinds of jobs, and workers in this process, on the real clock.
final class Workshop implements AutoCloseable {
  static final Limits TWICE = new Limits(Duration.ofMinutes(1), 2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final AtomicInteger NEXT = new AtomicInteger();

  final Registry registry;
  final JobQueue queue;
  final JobBook book;
  Backoff backoff = new Backoff(Duration.ofMillis(20), Duration.ofMillis(20), 0, () -> 0.5);
  Duration lease = Duration.ofSeconds(60);
  Duration grace = Duration.ofSeconds(10);
  private final List<JobKind> kinds = new ArrayList<>();
  private final Map<Worker, Cancellation> working = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Workshop(String url) {
    registry = Registry.open(url);
    queue = new JobQueue(registry, Clock.systemUTC());
    book = new JobBook(registry);
  }

  /// A type of job in the queue of its name.
  void kind(String type, Limits limits, Handler handler) {
    kinds.add(JobKind.of(type, type, limits, handler));
  }

  void kind(JobKind kind) {
    kinds.add(kind);
  }

  Enqueued enqueue(String type) {
    return queue.enqueue(new JobKinds(kinds).get(type).forHost(Map.of()).withoutUniqueKey());
  }

  Enqueued enqueue(NewJob job) {
    return queue.enqueue(job);
  }

  /// Works until nothing is due.
  void burst(String... queues) {
    var order = order(2, true, queues);
    worker(order).run(new Cancellation());
  }

  /// Works on until this is closed, or [#end] is called.
  Worker start(int jobsAtATime) {
    return start(jobsAtATime, false);
  }

  /// @param ownProcess whether it is the only one of this process, so that it is known to be gone when that is
  Worker start(int jobsAtATime, boolean ownProcess) {
    var order = order(jobsAtATime, false);
    var worker = ownProcess ? desk().worker(order, Optional.empty()) : worker(order);
    var end = new Cancellation();
    working.put(worker, end);
    threads.execute(() -> worker.run(end));
    return worker;
  }

  void end(Worker worker) {
    Objects.requireNonNull(working.get(worker)).request("The test asks.");
  }

  JobRow job(Enqueued job) {
    return book.getJob(job.jobId());
  }

  WorkerDesk desk() {
    return new WorkerDesk(registry, new JobKinds(kinds), Clock.systemUTC(), backoff, List.of());
  }

  private Worker worker(WorkerOrder order) {
    var desk = desk();
    return new Worker(desk, order, desk.row(order).withName("w" + NEXT.incrementAndGet()));
  }

  private WorkerOrder order(int jobsAtATime, boolean burst, String... queues) {
    var names = queues.length > 0 ? List.of(queues) : new JobKinds(kinds).queues();
    var limits = names.stream().collect(Collectors.toMap(name -> name, _ -> JobClaims.NO_LIMIT));
    return new WorkerOrder(limits, jobsAtATime, burst, lease, grace);
  }

  static void await(BooleanSupplier condition) {
    await(condition, PATIENCE);
  }

  static void await(BooleanSupplier condition, Duration patience) {
    var until = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("It did not come about in " + patience);
      }
      pause(10);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    working.values().forEach(end -> end.request("The test ends."));
    threads.close();
    registry.close();
  }
}
