package band.civic.clerk.core.worker;

import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.queue.ClaimedJob;
import band.civic.clerk.core.queue.JobClaims.Order;
import band.civic.clerk.core.queue.JobClaims.Wish;
import band.civic.clerk.core.queue.JobClaims;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.RunningJob.Ended;
import band.civic.clerk.core.worker.RunningJob.Outcome;
import band.civic.clerk.core.worker.RunningJob.Stop;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes jobs from the queue and does them. One thread claims, gives signs of life and writes what came of jobs; each job
/// has a thread of its own. Claims and ends go to the registry in groups, as many as there are at the moment.
///
/// A registry that is away does not end it: jobs go on, what came of them is written when the registry is back, unless
/// their lease has passed and others have them by then.
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  /// How long an idle worker sleeps between two looks.
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration LONGEST_AWAY = Duration.ofSeconds(10);
  /// How long a job that was asked to stop may take for it.
  private static final Duration STOP_GRACE = Duration.ofSeconds(2);
  /// Of so many claims one takes the oldest job instead of the most urgent.
  private static final int AGE_EVERY = 8;

  private final Registry registry;
  private final WorkerOrder order;
  private final WorkerRow self;
  private final JobKinds kinds;
  private final JobClaims claims;
  private final Verdicts verdicts;
  private final Upkeep upkeep;
  private final Map<String, RunningJob> running = new ConcurrentHashMap<>();
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private final List<Ended> unwritten = new ArrayList<>();
  private long claimsMade;
  private long awayRounds;
  private boolean interrupted;
  private Tally tally = Tally.NOTHING;

  Worker(WorkerDesk desk, WorkerOrder order, WorkerRow self) {
    this.registry = desk.registry();
    this.order = order;
    this.self = self;
    this.kinds = desk.kinds();
    this.claims = desk.claims(order.lease());
    this.verdicts = new Verdicts(claims, desk.clock());
    this.upkeep = new Upkeep(desk, claims, order, self);
  }

  /// Works until asked to end, or, in a burst, until nothing is due.
  ///
  /// @param end asks it to end: it claims nothing more, and gives running jobs a while
  /// @return what it did
  public Tally run(Cancellation end) {
    LOG.info("worker {} takes jobs from {}, {} at a time", self.worker(), self.queues(), order.threads());
    var idle = false;
    while (!end.isRequested() && !interrupted && !(order.burst() && idle)) {
      idle = round() && running.isEmpty() && unwritten.isEmpty() && ended.isEmpty();
      if (!idle || !order.burst()) {
        rest();
      }
    }
    drain();
    upkeep.leave();
    LOG.info("worker {} ends: {}", self.worker(), tally);
    return tally;
  }

  /// The jobs it is at, for whoever shows them.
  List<RunningJob> running() {
    return List.copyOf(running.values());
  }

  /// One look at everything.
  ///
  /// @return whether there was nothing to claim
  private boolean round() {
    try {
      watch();
      upkeep.run(running);
      var claimed = exchange(order.threads() - running.size() + ended.size() + unwritten.size());
      awayRounds = 0;
      return claimed == 0;
    } catch (SourceUnavailable e) {
      away(e);
    } catch (RuntimeException e) {
      LOG.error("worker {} failed and goes on", self.worker(), e);
      pause(LONGEST_AWAY);
    }
    return false;
  }

  /// Writes what came of jobs and claims others, in one transaction. What cannot be written now is kept.
  ///
  /// @param free how many can be claimed when all that ended is written
  /// @return how many were claimed
  private int exchange(int free) {
    ended.drainTo(unwritten);
    if (unwritten.isEmpty() && free <= 0) {
      return 0;
    }
    Exchange done;
    try {
      done = registry.inTransaction(_ -> new Exchange(verdicts.write(unwritten), claim(free)));
    } catch (SourceUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("what came of {} jobs cannot be written together", unwritten.size(), e);
      unwritten.forEach(this::writeAlone);
      done = new Exchange(Tally.NOTHING, List.of());
    }
    tally = tally.plus(done.tally());
    unwritten.forEach(each -> running.remove(each.job().job().jobId(), each.job()));
    unwritten.clear();
    done.claimed().forEach(this::start);
    return done.claimed().size();
  }

  private record Exchange(Tally tally, List<ClaimedJob> claimed) {}

  private List<ClaimedJob> claim(int free) {
    if (free <= 0) {
      return List.of();
    }
    var first = ++claimsMade % AGE_EVERY == 0 ? Order.AGE : Order.PRIORITY;
    return claims.claim(new Wish(self.worker(), order.queues(), kinds.types(), free, first));
  }

  private void start(ClaimedJob job) {
    LOG.info("job {} ({}): attempt {}", job.jobId(), Telling.name(job), job.attempt());
    Telling.begin(job);
    running.put(job.jobId(), RunningJob.start(job, kinds.get(job.type()), ended::add));
  }

  /// One that cannot be written is left to its lease.
  private void writeAlone(Ended each) {
    try {
      tally = tally.plus(verdicts.write(each));
    } catch (SourceUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("what came of job {} cannot be written", each.job().job().jobId(), e);
    }
  }

  /// Stops what takes too long, and gives up what does not stop.
  private void watch() {
    for (var job : running.values()) {
      if (job.isOverdue()) {
        job.stop(Stop.TIMEOUT, "The job took longer than %d s.".formatted(job.job().timeout().toSeconds()));
      }
      if (job.isStuckFor(STOP_GRACE.toNanos()) && notEnded(job)) {
        LOG.error("job {} ({}) does not stop; its thread is left alone", job.job().jobId(), job.job().type());
        job.abandon();
        ended.add(new Ended(job, new Outcome.Stuck()));
      }
    }
  }

  private boolean notEnded(RunningJob job) {
    return running.get(job.job().jobId()) == job && ended.stream().noneMatch(each -> each.job() == job)
        && unwritten.stream().noneMatch(each -> each.job() == job);
  }

  private void away(SourceUnavailable e) {
    if (awayRounds++ == 0) {
      LOG.error("The registry is away; running jobs go on. {}", e.getMessage());
    }
    pause(Duration.ofSeconds(Math.min(awayRounds, LONGEST_AWAY.toSeconds())));
  }

  /// Waits for a job to end; with a free thread not longer than until the next look for jobs.
  private void rest() {
    var full = running.size() >= order.threads();
    pause(full ? order.beat().compareTo(IDLE) < 0 ? order.beat() : IDLE : IDLE);
  }

  private void pause(Duration longest) {
    try {
      Optional.ofNullable(ended.poll(longest.toMillis(), TimeUnit.MILLISECONDS)).ifPresent(unwritten::add);
    } catch (InterruptedException e) {
      interrupted = true;
    }
  }

  /// Lets running jobs end; stops those that take too long for it and puts them back into the queue.
  private void drain() {
    var until = System.nanoTime() + order.grace().toNanos();
    if (!running.isEmpty()) {
      Milestones.tell("Ending: running jobs (%d) may go on for %d s.".formatted(running.size(), order.grace()
          .toSeconds()));
    }
    while (!running.isEmpty() && System.nanoTime() < until + 2 * STOP_GRACE.toNanos()) {
      if (System.nanoTime() > until) {
        running.values().forEach(job -> job.stop(Stop.DRAIN, "The worker was asked to end."));
      }
      drainRound();
    }
  }

  private void drainRound() {
    try {
      watch();
      upkeep.run(running);
      var _ = exchange(0);
    } catch (SourceUnavailable e) {
      away(e);
    }
    if (!running.isEmpty()) {
      pause(Duration.ofMillis(200));
    }
  }
}
