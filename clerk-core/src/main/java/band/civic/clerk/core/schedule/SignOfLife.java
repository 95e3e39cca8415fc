package band.civic.clerk.core.schedule;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.WorkerBook;
import band.civic.clerk.core.worker.WorkerRow.Kind;
import band.civic.clerk.core.worker.WorkerRow;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets everybody see that a scheduler is alive, and does the chores that every long-lived process of this host does.
public final class SignOfLife implements AutoCloseable {
  private static final long BEAT_SECONDS = 10;
  private static final long CHORES_SECONDS = 2;
  private static final Logger LOG = LoggerFactory.getLogger(SignOfLife.class);

  private final WorkerBook book;
  private final WorkerRow self;
  private final Clock clock;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
      .name("clerk-scheduler")
      .daemon()
      .factory());

  /// Chores call listeners of plugins, which may take their time; signs of life do not wait for them.
  private final ScheduledExecutorService chorist = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
      .name("clerk-chores")
      .daemon()
      .factory());

  private SignOfLife(Registry registry, WorkerRow self, Clock clock) {
    this.book = new WorkerBook(registry);
    this.self = self;
    this.clock = clock;
  }

  /// Gives signs of life until it is closed.
  ///
  /// @param address where its page is
  /// @param chores what is to be done every other second besides
  public static SignOfLife of(ScheduleDesk desk, Optional<URI> address, List<Runnable> chores) {
    var row = WorkerRow.ofThisProcess(Kind.SCHEDULER, List.of(), 0, desk.clock().instant());
    var self = address.map(URI::toString).map(row::withAddress).orElse(row);
    var sign = new SignOfLife(desk.registry(), self, desk.clock());
    every(sign.thread, BEAT_SECONDS, () -> sign.book.beat(self, sign.clock.instant()));
    chores.forEach(chore -> every(sign.chorist, CHORES_SECONDS, chore));
    return sign;
  }

  /// A registry that is away is no reason to stop.
  private static void every(ScheduledExecutorService thread, long seconds, Runnable work) {
    var _ = thread.scheduleWithFixedDelay(() -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.warn("The scheduler could not do all it should; it tries again: {}", e.getMessage());
      }
    }, 0, seconds, TimeUnit.SECONDS);
  }

  /// Signs off.
  @Override
  public void close() {
    thread.shutdownNow();
    chorist.shutdownNow();
    try {
      book.leave(Set.of(self.worker()));
    } catch (RuntimeException e) {
      LOG.warn("The scheduler could not sign off: {}", e.getMessage());
    }
  }
}
