package band.civic.clerk.core.job;

import band.civic.clerk.spi.Progress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// How far one running task is. Written by the task's threads, read by whoever looks on.
public final class TaskProgress implements Progress {
  private final String subdomain;
  private final String task;
  private final Instant startedAt;
  private final LongAdder done = new LongAdder();
  private final AtomicLong expected = new AtomicLong();
  private volatile String doing = "";

  TaskProgress(String subdomain, String task, Instant startedAt) {
    this.subdomain = subdomain;
    this.task = task;
    this.startedAt = startedAt;
  }

  /// The site it works for.
  public String subdomain() {
    return subdomain;
  }

  /// The task's name.
  public String task() {
    return task;
  }

  /// When it began.
  public Instant startedAt() {
    return startedAt;
  }

  /// What it is doing, in its own words; empty when it said nothing.
  public String doing() {
    return doing;
  }

  /// Units of work that are done.
  public long done() {
    return done.sum();
  }

  /// Units of work in all; 0 when the task did not say.
  public long expected() {
    return expected.get();
  }

  @Override
  public void step(String what) {
    doing = what;
  }

  @Override
  public void total(long units) {
    expected.set(units);
  }

  @Override
  public void advance(long units) {
    done.add(units);
  }
}
