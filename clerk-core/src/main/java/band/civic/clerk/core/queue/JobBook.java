package band.civic.clerk.core.queue;

import static band.civic.clerk.core.store.Tables.ATTEMPT;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.JOBS;
import static band.civic.clerk.core.store.Tables.JOB_ATTEMPTS;
import static band.civic.clerk.core.store.Tables.JOB_ID;
import static band.civic.clerk.core.store.Tables.PARENT_ID;
import static band.civic.clerk.core.store.Tables.QUEUE;
import static band.civic.clerk.core.store.Tables.RUN_AFTER;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.TYPE;
import static band.civic.clerk.core.store.Tables.WORKER;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Reads the queue.
public final class JobBook {
  private final Registry registry;

  public JobBook(Registry registry) {
    this.registry = registry;
  }

  /// The job of that id.
  public Optional<JobRow> findJob(String jobId) {
    return registry.sql().selectFrom(JOBS).where(JOB_ID.eq(jobId)).fetchOptional(JobRows::job);
  }

  /// The job of that id.
  ///
  /// @throws BadConfiguration when there is none
  public JobRow getJob(String jobId) {
    return findJob(jobId).orElseThrow(() -> new BadConfiguration(
        "There is no job %s. `clerk jobs list` shows the jobs.".formatted(jobId)));
  }

  /// Which jobs.
  ///
  /// @param states in one of these states; empty for all
  /// @param queue of this queue
  /// @param subdomain of this site
  /// @param type of this type
  /// @param limit so many at most
  public record Filter(Set<JobState> states, Optional<String> queue, Optional<String> subdomain,
      Optional<String> type, int limit) {

    public Filter {
      states = Set.copyOf(states);
    }

    /// Those in one of these states.
    public static Filter of(JobState... states) {
      return new Filter(Set.of(states), Optional.empty(), Optional.empty(), Optional.empty(), 100);
    }

    private Condition condition() {
      var condition = states.isEmpty()
          ? DSL.noCondition()
          : STATE.in(states.stream().map(JobState::text).sorted().map(DSL::inline).toList());
      return condition.and(queue.map(QUEUE::eq).orElse(DSL.noCondition()))
          .and(subdomain.map(SUBDOMAIN::eq).orElse(DSL.noCondition()))
          .and(type.map(TYPE::eq).orElse(DSL.noCondition()));
    }
  }

  /// Jobs, the newest first.
  public List<JobRow> listJobs(Filter filter) {
    return registry.sql()
        .selectFrom(JOBS)
        .where(filter.condition())
        .orderBy(JOB_ID.desc())
        .limit(filter.limit())
        .fetch(JobRows::job);
  }

  /// The jobs that another one waits for, in the order in which they were made.
  public List<JobRow> listChildren(String parentId) {
    return registry.sql().selectFrom(JOBS).where(PARENT_ID.eq(parentId)).orderBy(JOB_ID).fetch(JobRows::job);
  }

  /// The jobs of a site and data type that live, in the order in which they were made.
  public List<JobRow> listLive(DatasetKey key) {
    return registry.sql()
        .selectFrom(JOBS)
        .where(SUBDOMAIN.eq(key.subdomain()).and(DATA_TYPE.eq(key.dataType())).and(JobRows.IS_LIVE))
        .orderBy(JOB_ID)
        .fetch(JobRows::job);
  }

  /// One attempt of a job.
  ///
  /// @param attempt its number, from 1 on
  /// @param worker who made it
  /// @param state `running`, `succeeded`, `failed`, `timeout`, `lost`, `cancelled`
  /// @param startedAt when it began
  /// @param finishedAt when it ended
  /// @param error why it failed
  public record Attempt(long attempt, String worker, String state, Instant startedAt, Optional<Instant> finishedAt,
      Optional<RunError> error) {

    private static Attempt of(Record row) {
      return new Attempt(row.get(ATTEMPT), row.get(WORKER), row.get(STATE), Instant.parse(row.get(STARTED_AT)),
          JobRows.instant(row, FINISHED_AT), JobRows.error(row));
    }
  }

  /// The attempts of a job, the first one first.
  public List<Attempt> listAttempts(String jobId) {
    return registry.sql()
        .selectFrom(JOB_ATTEMPTS)
        .where(JOB_ID.eq(jobId))
        .orderBy(ATTEMPT)
        .fetch(Attempt::of);
  }

  /// How a queue stands.
  ///
  /// @param queue its name
  /// @param jobs how many jobs are in each state that lives, and how many failed
  /// @param oldestDue since when the job that is due longest could have begun; empty when none is due
  public record QueueState(String queue, Map<JobState, Long> jobs, Optional<Instant> oldestDue) {

    public QueueState {
      jobs = Map.copyOf(jobs);
    }

    /// How many jobs are in that state.
    public long count(JobState state) {
      return jobs.getOrDefault(state, 0L);
    }
  }

  /// The queues that hold jobs that live or failed, by name. What it costs does not depend on how many have ended well.
  public List<QueueState> listQueues(Instant now) {
    var counts = new TreeMap<String, Map<JobState, Long>>();
    registry.sql()
        .select(QUEUE, STATE, DSL.count())
        .from(JOBS)
        .where(JobRows.IS_OPEN)
        .groupBy(QUEUE, STATE)
        .forEach(row -> counts.computeIfAbsent(row.value1(), _ -> new EnumMap<>(JobState.class))
            .put(JobState.of(row.value2()), row.value3().longValue()));
    var oldest = registry.sql()
        .select(QUEUE, DSL.min(RUN_AFTER))
        .from(JOBS)
        .where(JobRows.is(JobState.QUEUED).and(RUN_AFTER.le(UtcText.of(now))))
        .groupBy(QUEUE)
        .fetchMap(QUEUE, DSL.min(RUN_AFTER));
    return counts.entrySet()
        .stream()
        .map(entry -> new QueueState(entry.getKey(), entry.getValue(),
            Optional.ofNullable(oldest.get(entry.getKey())).map(Instant::parse)))
        .toList();
  }

  /// How many jobs of each type could have begun before `before`, by type.
  public Map<String, Integer> countDue(Instant before) {
    return new TreeMap<>(registry.sql()
        .select(TYPE, DSL.count())
        .from(JOBS)
        .where(JobRows.is(JobState.QUEUED).and(RUN_AFTER.lt(UtcText.of(before))))
        .groupBy(TYPE)
        .fetchMap(TYPE, DSL.count()));
  }

  /// The jobs of a run, in the order in which they were made.
  public List<JobRow> listOfRun(String runId) {
    return registry.sql().selectFrom(JOBS).where(RUN_ID.eq(runId)).orderBy(JOB_ID).fetch(JobRows::job);
  }
}
