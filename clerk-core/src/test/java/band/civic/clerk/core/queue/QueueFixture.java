package band.civic.clerk.core.queue;

import band.civic.clerk.core.queue.JobClaims.Failure;
import band.civic.clerk.core.queue.JobClaims.Order;
import band.civic.clerk.core.queue.JobClaims.Wish;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.TestDatabase;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.testkit.task.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// A registry with a queue, and a clock that stands.
abstract class QueueFixture {
  static final Limits THREE = new Limits(Duration.ofMinutes(10), 3);
  static final Duration LEASE = Duration.ofSeconds(60);
  static final Failure PASSING = new Failure(new RunError("SourceUnavailable", "503"), false, true);
  static final Failure LASTING = new Failure(new RunError("BadConfiguration", "no agency"), false, false);

  final MovableClock clock = new MovableClock("2026-11-24T06:00:00Z");
  final JobQueue queue;
  final JobClaims claims;
  final JobBook book;
  private final List<Registry> opened = new ArrayList<>();
  private final String url;

  @TempDir
  private static Path directory;

  QueueFixture(TestDatabase database) {
    url = database.newRegistry(directory.resolve(String.valueOf(NEXT.incrementAndGet())));
    var registry = registry();
    queue = new JobQueue(registry, clock);
    claims = claims(registry);
    book = new JobBook(registry);
  }

  private static final AtomicInteger NEXT = new AtomicInteger();

  @AfterEach
  void close() {
    opened.forEach(Registry::close);
  }

  static NewJob job(String type) {
    return NewJob.of(type, "q", THREE);
  }

  String put(NewJob job) {
    return queue.enqueue(job).jobId();
  }

  ClaimedJob claim() {
    return one(claims).orElseThrow();
  }

  static Optional<ClaimedJob> one(JobClaims claims) {
    return claims.claim(Wish.one("w", Set.of("q"))).stream().findFirst();
  }

  List<ClaimedJob> claimAll() {
    return claims.claim(new Wish("w", Map.of("q", JobClaims.NO_LIMIT), Set.of(), 100, Order.PRIORITY));
  }

  static List<String> drain(JobClaims claims) {
    var mine = new ArrayList<String>();
    for (var job = one(claims); job.isPresent(); job = one(claims)) {
      mine.add(job.get().jobId());
    }
    return mine;
  }

  Registry registry() {
    opened.add(Registry.open(url));
    return opened.getLast();
  }

  JobClaims claims(Registry registry) {
    return new JobClaims(registry, clock, LEASE, new Backoff(Duration.ofSeconds(30), Duration.ofHours(1), 0, () -> 0));
  }

  static <T> List<T> together(List<Callable<T>> calls) throws Exception {
    var start = new CyclicBarrier(calls.size());
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      var futures = calls.stream().map(call -> threads.submit(() -> {
        start.await();
        return call.call();
      })).toList();
      var results = new ArrayList<T>();
      for (var future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
