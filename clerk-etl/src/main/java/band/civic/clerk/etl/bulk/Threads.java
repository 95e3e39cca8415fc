package band.civic.clerk.etl.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A few platform threads for one job. The first failure is thrown when all have come to an end.
final class Threads implements AutoCloseable {
  private final ExecutorService pool;

  private Threads(ExecutorService pool) {
    this.pool = pool;
  }

  static Threads open(int count) {
    return new Threads(Executors.newFixedThreadPool(count, Thread.ofPlatform().name("bulk-", 1).daemon().factory()));
  }

  void runAll(List<? extends Runnable> work) {
    var futures = new ArrayList<Future<?>>();
    for (var one : work) {
      futures.add(pool.submit(one));
    }
    var failures = futures.stream().flatMap(future -> failure(future).stream()).toList();
    if (!failures.isEmpty()) {
      var first = failures.getFirst();
      failures.stream().skip(1).filter(other -> !other.equals(first)).forEach(first::addSuppressed);
      if (first instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) first;
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private static List<Throwable> failure(Future<?> future) {
    var interrupted = false;
    try {
      while (true) {
        try {
          future.get();
          return List.of();
        } catch (ExecutionException e) {
          return List.of(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
          interrupted = true; // the work is ended by its own check for cancellation
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
