package band.civic.clerk.core.site.runs;

import static band.civic.clerk.core.store.Tables.ATTEMPT;
import static band.civic.clerk.core.store.Tables.COMMAND;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.ERROR_KIND;
import static band.civic.clerk.core.store.Tables.ERROR_MESSAGE;
import static band.civic.clerk.core.store.Tables.EXIT_CODE;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.HOST;
import static band.civic.clerk.core.store.Tables.LEASE_UNTIL;
import static band.civic.clerk.core.store.Tables.OPTIONS;
import static band.civic.clerk.core.store.Tables.PID;
import static band.civic.clerk.core.store.Tables.PROCESS_STARTED_AT;
import static band.civic.clerk.core.store.Tables.RUNS;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.RUN_TASKS;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.STARTED_BY;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.TASK_STATES;

import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Outbox;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets.Failures;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.site.runs.RunEnd.Reach;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.Tables;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Begins and ends runs. A site and data type is held by one live run at a time; a run whose process is gone, or that
/// gave no sign for too long, is written off when somebody else wants the site.
public final class RunBook {
  private final Registry registry;
  private final SiteDatasets datasets;
  private final SiteStatus status;
  private final DuePolicy due;

  public RunBook(Registry registry, DuePolicy due) {
    this.registry = registry;
    this.datasets = new SiteDatasets(registry);
    this.status = new SiteStatus(registry);
    this.due = due;
  }

  /// Claims the site and writes the run's row, or says who is at it.
  public Opening open(NewRun run) {
    return registry.inTransaction(sql -> {
      datasets.ensure(run.key());
      // read once: whoever takes the site after this look is alive, and the claim must not take it from him
      var holder = datasets.find(run.key()).flatMap(SiteDataset::claimedBy);
      var before = holder.flatMap(this::findRun);
      if (before.filter(other -> other.isLive(run.at())).isPresent()) {
        return new Opening.Busy(before.get());
      }
      if (!claim(run, holder)) {
        return new Opening.Missed();
      }
      before.filter(dead -> dead.state().equals("running")).ifPresent(dead -> abandon(dead, run.at()));
      return new Opening.Opened(new HeldRun(run.runId(), write(run), run.key()), before);
    });
  }

  /// A sign of life.
  ///
  /// @return false when the run was written off meanwhile: it holds nothing any more and must stop
  public boolean extend(HeldRun run, Instant leaseUntil) {
    return registry.sql()
        .update(RUNS)
        .set(LEASE_UNTIL, UtcText.of(leaseUntil))
        .where(isHeld(run))
        .execute() == 1;
  }

  /// Ends a run: lets go of the site, writes what its end means for when the site is due and what its status is, and
  /// puts what is to be told into the outbox.
  public void close(HeldRun run, RunEnd end, Optional<Event> news) {
    registry.inTransaction(sql -> {
      var ended = sql.update(RUNS)
          .set(STATE, end.state().name().toLowerCase(Locale.ROOT))
          .set(FINISHED_AT, UtcText.of(end.at()))
          .set(ERROR_KIND, end.error().map(RunError::kind).orElse(null))
          .set(ERROR_MESSAGE, end.error().map(RunError::message).orElse(null))
          .set(EXIT_CODE, (long) end.exitCode())
          .where(isHeld(run))
          .execute();
      if (ended == 1) {
        settle(run, end);
        news.ifPresent(new Outbox(registry)::add);
        datasets.release(run.key(), run.id());
      }
      return ended;
    });
  }

  /// The run of that id.
  public Optional<RunRow> findRun(String runId) {
    return registry.sql().selectFrom(RUNS).where(RUN_ID.eq(runId)).fetchOptional(RunRows::run);
  }

  /// The latest runs for a site, newest first.
  public List<RunRow> listRuns(String subdomain, int limit) {
    return registry.sql()
        .selectFrom(RUNS)
        .where(SUBDOMAIN.eq(subdomain))
        .orderBy(STARTED_AT.desc(), RUN_ID.desc())
        .limit(limit)
        .fetch(RunRows::run);
  }

  /// Runs that have not ended, the longest first; the process of one may be gone.
  public List<RunRow> listRunning() {
    return registry.sql()
        .selectFrom(RUNS)
        .where(STATE.eq(DSL.inline("running")))
        .orderBy(STARTED_AT, RUN_ID)
        .fetch(RunRows::run);
  }

  /// Runs that ended with an error since then, the latest first.
  public List<RunRow> listFailed(Instant since, int limit) {
    return registry.sql()
        .selectFrom(RUNS)
        .where(FINISHED_AT.ge(UtcText.of(since)).and(STATE.eq("failed")))
        .orderBy(FINISHED_AT.desc(), RUN_ID.desc())
        .limit(limit)
        .fetch(RunRows::run);
  }

  /// The run that holds the site now, if one is alive.
  public Optional<RunRow> findLive(DatasetKey key, Instant now) {
    return datasets.find(key)
        .flatMap(SiteDataset::claimedBy)
        .flatMap(this::findRun)
        .filter(run -> run.isLive(now));
  }

  private boolean claim(NewRun run, Optional<String> dead) {
    return run.onlyIfDue()
        ? datasets.claimDue(run.key(), run.runId(), dead, run.at())
        : datasets.claim(run.key(), run.runId(), dead, run.at());
  }

  /// The row of an attempt that holds its run.
  static Condition isHeld(HeldRun run) {
    return RUN_ID.eq(run.id()).and(STATE.eq("running")).and(ATTEMPT.eq(run.attempt()));
  }

  /// @return the number of the attempt
  private long write(NewRun run) {
    var row = new HashMap<Field<?>, Object>();
    row.put(COMMAND, run.command());
    row.put(STARTED_BY, run.startedBy());
    row.put(STATE, "running");
    row.put(OPTIONS, JsonText.of(run.options()));
    row.put(HOST, run.holder().host());
    row.put(PID, run.holder().pid());
    row.put(PROCESS_STARTED_AT, UtcText.of(run.holder().startedAt()));
    row.put(LEASE_UNTIL, UtcText.of(run.leaseUntil()));
    row.put(STARTED_AT, UtcText.of(run.at()));
    var written = registry.sql()
        .insertInto(RUNS)
        .set(RUN_ID, run.runId())
        .set(SUBDOMAIN, run.key().subdomain())
        .set(DATA_TYPE, run.key().dataType())
        .set(row)
        .onConflict(RUN_ID)
        .doUpdate()
        .set(row)
        .set(ATTEMPT, Tables.of(RUNS, ATTEMPT).plus(1L))
        .setNull(FINISHED_AT)
        .setNull(ERROR_KIND)
        .setNull(ERROR_MESSAGE)
        .setNull(EXIT_CODE)
        .where(Tables.of(RUNS, SUBDOMAIN)
            .eq(run.key().subdomain())
            .and(Tables.of(RUNS, DATA_TYPE).eq(run.key().dataType())))
        .execute();
    if (written == 0) {
      throw new BadConfiguration("Run id %s belongs to another site or data type. Give another one, or none."
          .formatted(run.runId()));
    }
    return Objects
        .requireNonNull(registry.sql().select(ATTEMPT).from(RUNS).where(RUN_ID.eq(run.runId())).fetchOne(ATTEMPT));
  }

  /// Writes a run off whose process is gone, and lets go of its site.
  ///
  /// @return false when it has ended or is alive
  public boolean writeOff(String runId, Instant now) {
    return registry.inTransaction(sql -> {
      var dead = findRun(runId).filter(run -> run.state().equals("running") && !run.isLive(now));
      dead.ifPresent(run -> {
        abandon(run, now);
        datasets.release(run.key(), runId);
      });
      return dead.isPresent();
    });
  }

  private void abandon(RunRow dead, Instant now) {
    var sql = registry.sql();
    sql.update(RUNS)
        .set(STATE, "abandoned")
        .set(FINISHED_AT, UtcText.of(now))
        .where(RUN_ID.eq(dead.runId()).and(STATE.eq("running")))
        .execute();
    sql.update(RUN_TASKS)
        .set(STATE, "abandoned")
        .set(FINISHED_AT, UtcText.of(now))
        .where(RUN_ID.eq(dead.runId()).and(STATE.eq("running")))
        .execute();
    sql.update(TASK_STATES)
        .set(STATE, "abandoned")
        .where(SUBDOMAIN.eq(dead.key().subdomain())
            .and(DATA_TYPE.eq(dead.key().dataType()))
            .and(STATE.eq("running")))
        .execute();
  }

  private void settle(HeldRun run, RunEnd end) {
    switch (end.state()) {
      case SUCCEEDED, UNCHANGED -> succeeded(run.key(), end);
      case FAILED -> failed(run, end);
      case CANCELLED -> {
        // neither a success nor a failure: the site is as due as it was
      }
    }
  }

  private void succeeded(DatasetKey key, RunEnd end) {
    if (end.reach() != Reach.NONE) {
      var full = end.reach() == Reach.LOAD;
      datasets.succeeded(key, end.at(), full ? Optional.of(due.afterSuccess(end.at())) : Optional.empty());
      status.succeeded(key);
    }
  }

  /// Further attempts of one run, minutes apart, are one failure.
  private void failed(HeldRun run, RunEnd end) {
    if (end.reach() != Reach.NONE) {
      var key = run.key();
      var before = datasets.find(key).map(SiteDataset::consecutiveFailures).orElse(0L);
      var failures = run.attempt() > 1 ? Math.max(1, before) : before + 1;
      var error = end.error().map(RunError::message).orElse("failed");
      datasets.failed(key, new Failures(failures, error), end.at(), due.afterFailure(end.at(), failures));
      status.failed(key, error);
    }
  }
}
