package band.civic.clerk.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.job.MovableClock;
import band.civic.clerk.core.queue.JobBook.Attempt;
import band.civic.clerk.core.queue.JobClaims.Failure;
import band.civic.clerk.core.queue.JobClaims.Order;
import band.civic.clerk.core.queue.JobClaims.Wish;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What holds for the queue on every database.
abstract class JobQueueContract {
  private static final Limits THREE = new Limits(Duration.ofMinutes(10), 3);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Failure PASSING = new Failure(new RunError("SourceUnavailable", "503"), false, true);
  private static final Failure LASTING = new Failure(new RunError("BadConfiguration", "no agency"), false, false);

  private final MovableClock clock = new MovableClock("2026-11-24T06:00:00Z");
  private final List<Registry> opened = new ArrayList<>();
  private String url;
  private JobQueue queue;
  private JobClaims claims;
  private JobBook book;

  abstract String newRegistry();

  @BeforeEach
  void open() {
    url = newRegistry();
    var registry = registry();
    queue = new JobQueue(registry, clock);
    claims = claims(registry);
    book = new JobBook(registry);
  }

  @AfterEach
  void close() {
    opened.forEach(Registry::close);
  }

  @Test
  void high_goes_first_then_what_is_due_longest() {
    put(job("first"));
    clock.move(Duration.ofSeconds(1));
    put(job("second"));
    put(job("urgent").withPriority(Priority.HIGH));
    put(job("whenever").withPriority(Priority.LOW));
    put(job("tomorrow").withRunAfter(clock.instant().plus(Duration.ofDays(1))));

    assertThat(claimAll()).extracting(ClaimedJob::type).containsExactly("urgent", "first", "second", "whenever");
  }

  @Test
  void what_is_urgent_goes_first_out_of_several_queues_at_once() {
    put(NewJob.of("a-normal", "a", THREE));
    put(NewJob.of("b-normal", "b", THREE));
    put(NewJob.of("b-high", "b", THREE).withPriority(Priority.HIGH));
    put(NewJob.of("a-high", "a", THREE).withPriority(Priority.HIGH));
    put(NewJob.of("c-normal", "c", THREE));

    var claimed = claims.claim(new Wish("w", Map.of("a", JobClaims.NO_LIMIT, "b", JobClaims.NO_LIMIT), 3,
        Order.PRIORITY));

    assertThat(claimed).extracting(ClaimedJob::type).containsExactly("b-high", "a-high", "a-normal");
  }

  @Test
  void the_oldest_goes_first_when_age_is_asked_for() {
    put(job("patient").withPriority(Priority.LOW));
    clock.move(Duration.ofMinutes(1));
    put(job("urgent").withPriority(Priority.HIGH));

    assertThat(claims.claim(new Wish("w", Map.of("q", JobClaims.NO_LIMIT), 1, Order.AGE)))
        .extracting(ClaimedJob::type)
        .containsExactly("patient");
  }

  @Test
  void ids_differ_and_tell_the_site() {
    var one = queue.enqueue(job("a").withSite(new DatasetKey("a.ca", "finance")));
    var other = queue.enqueue(job("a").withSite(new DatasetKey("a.ca", "finance")));

    assertThat(List.of(one.runId(), other.runId())).doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("a\\.ca_\\d+_[a-z0-9]{6}"));
    assertThat(queue.enqueue(job("a").withRunId("mine")).runId()).isEqualTo("mine");
    assertThat(one.jobId()).isLessThan(other.jobId());
  }

  @Test
  void the_same_is_coalesced_while_it_lives() {
    var wish = job("etl").withUniqueKey("etl a.ca");
    var first = queue.enqueue(wish.withRunAfter(clock.instant().plus(Duration.ofHours(1))));

    var second = queue.enqueue(wish.withPriority(Priority.HIGH));
    assertThat(second).isEqualTo(new Enqueued(first.jobId(), first.runId(), true));
    assertThat(book.getJob(first.jobId())).satisfies(job -> {
      assertThat(job.priority()).isEqualTo(Priority.HIGH);
      assertThat(job.runAfter()).isEqualTo(clock.instant());
    });

    var claimed = claim();
    assertThat(queue.enqueue(wish).coalesced()).isTrue();
    assertThat(queue.enqueue(wish.withoutUniqueKey()).coalesced()).isFalse();
    claims.succeed(claimed, Map.of());
    assertThat(queue.enqueue(wish).coalesced()).isFalse();
  }

  @Test
  void of_many_who_put_in_the_same_at_once_one_does() throws Exception {
    var wish = job("etl").withUniqueKey("etl a.ca");
    var queues = IntStream.range(0, 4).mapToObj(n -> new JobQueue(registry(), clock)).toList();

    var put = together(queues.stream().<Callable<Enqueued>>map(each -> () -> each.enqueue(wish)).toList());

    assertThat(put).extracting(Enqueued::jobId).containsOnly(put.getFirst().jobId());
    assertThat(put).filteredOn(each -> !each.coalesced()).hasSize(1);
  }

  @Test
  void of_many_workers_each_gets_others() throws Exception {
    IntStream.range(0, 60).forEach(n -> put(job("j" + n)));
    var workers = IntStream.range(0, 4).mapToObj(n -> claims(registry())).toList();

    var all = together(workers.stream().<Callable<List<String>>>map(each -> () -> drain(each)).toList())
        .stream()
        .flatMap(List::stream)
        .toList();

    assertThat(all).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void no_more_of_a_queue_run_at_a_time_than_it_allows() throws Exception {
    IntStream.range(0, 20).forEach(n -> put(job("j" + n)));
    var wish = new Wish("w", Map.of("q", 3), 2, Order.PRIORITY);
    var workers = IntStream.range(0, 4).mapToObj(n -> claims(registry())).toList();

    var claimed = together(workers.stream().<Callable<List<ClaimedJob>>>map(each -> () -> each.claim(wish)).toList())
        .stream()
        .flatMap(List::stream)
        .toList();

    assertThat(claimed).hasSize(3);
    claims.succeed(claimed.getFirst(), Map.of());
    assertThat(claims.claim(wish)).hasSize(1);
  }

  @Test
  void a_failure_that_may_pass_is_tried_again_later_and_later_until_attempts_are_used_up() {
    var id = put(job("a"));

    claims.fail(claim(), PASSING);
    assertThat(claimAll()).isEmpty();
    clock.move(Duration.ofSeconds(30));
    claims.fail(claim(), PASSING);
    clock.move(Duration.ofSeconds(59));
    assertThat(claimAll()).isEmpty();
    clock.move(Duration.ofSeconds(1));
    var last = claim();
    assertThat(last.lastAttempt()).isTrue();
    claims.fail(last, new Failure(new RunError("Timeout", "10 min"), true, true));

    assertThat(book.getJob(id).state()).isEqualTo(JobState.FAILED);
    assertThat(book.getJob(id).error()).contains(new RunError("Timeout", "10 min"));
    assertThat(book.listAttempts(id)).extracting(Attempt::state).containsExactly("failed", "failed", "timeout");
  }

  @Test
  void an_attempt_that_succeeds_leaves_no_error() {
    var id = put(job("a"));
    claims.fail(claim(), PASSING);
    clock.move(Duration.ofMinutes(1));
    var again = claim();
    assertThat(again.attempt()).isEqualTo(2);

    assertThat(claims.succeed(again, Map.of("rows", "7"))).isTrue();

    assertThat(book.getJob(id)).satisfies(job -> {
      assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(job.error()).isEmpty();
      assertThat(job.result()).containsEntry("rows", "7");
      assertThat(job.attempts().made()).isEqualTo(2);
    });
  }

  @Test
  void a_failure_that_does_not_pass_is_a_dead_letter_at_once_and_can_be_tried_again_or_dropped() {
    var id = put(job("a"));
    claims.fail(claim(), LASTING);
    assertThat(book.listJobs(JobBook.Filter.of(JobState.FAILED))).extracting(JobRow::jobId).containsExactly(id);

    queue.retry(id);
    var again = claim();
    assertThat(again.attempt()).isEqualTo(2);
    claims.fail(again, PASSING);
    clock.move(Duration.ofMinutes(2));
    claims.fail(claim(), PASSING);
    clock.move(Duration.ofMinutes(5));
    claims.fail(claim(), PASSING);
    assertThat(book.getJob(id).state()).isEqualTo(JobState.FAILED);

    queue.drop(id);
    assertThat(book.findJob(id)).isEmpty();
    assertThat(book.listAttempts(id)).isEmpty();
  }

  @Test
  void what_cannot_be_done_with_a_job_is_told() {
    var id = put(job("a").withUniqueKey("a"));

    assertThatThrownBy(() -> queue.retry(id)).isInstanceOf(BadConfiguration.class).hasMessageContaining("is queued");
    assertThatThrownBy(() -> queue.drop(id)).hasMessageContaining("clerk jobs cancel " + id);
    assertThatThrownBy(() -> queue.retry("x")).hasMessageContaining("There is no job x");
    queue.cancel(id);
    assertThatThrownBy(() -> queue.cancel(id)).hasMessageContaining("is cancelled already");
    put(job("a").withUniqueKey("a"));
    assertThatThrownBy(() -> queue.retry(id)).hasMessageContaining("another job for the same");
  }

  @Test
  void a_lost_lease_has_the_job_tried_again_once() throws Exception {
    var id = put(job("a"));
    var dead = claim();
    clock.move(LEASE);
    assertThat(claims.releaseLost()).isEmpty();
    clock.move(Duration.ofSeconds(1));
    var watchers = IntStream.range(0, 4).mapToObj(n -> claims(registry())).toList();

    var released = together(watchers.stream().<Callable<List<String>>>map(each -> each::releaseLost).toList());

    assertThat(released.stream().flatMap(List::stream)).containsExactly(id);
    assertThat(claim().attempt()).isEqualTo(2);
    assertThat(claims.succeed(dead, Map.of())).isFalse();
    assertThat(claims.fail(dead, PASSING)).isFalse();
    assertThat(claims.postpone(dead, clock.instant())).isFalse();
    assertThat(book.listAttempts(id)).extracting(Attempt::state).containsExactly("lost", "running");
  }

  @Test
  void a_sign_of_life_keeps_the_job() {
    put(job("a"));
    var mine = claim();
    clock.move(LEASE.minusSeconds(1));
    assertThat(claims.beat("w", Set.of(mine.jobId()))).isEmpty();
    clock.move(LEASE.minusSeconds(1));

    assertThat(claims.releaseLost()).isEmpty();
    assertThat(claims.succeed(mine, Map.of())).isTrue();
  }

  @Test
  void a_job_whose_worker_is_lost_at_its_last_attempt_is_a_dead_letter() {
    var id = put(NewJob.of("a", "q", new Limits(Duration.ofMinutes(1), 1)));
    claim();

    assertThat(claims.releaseLost(Set.of("w"))).containsExactly(id);

    assertThat(book.getJob(id).state()).isEqualTo(JobState.FAILED);
    assertThat(book.getJob(id).error()).map(RunError::kind).contains("WorkerLost");
  }

  @Test
  void a_job_that_was_cancelled_is_lost_to_its_worker() {
    var id = put(job("a"));
    var mine = claim();
    queue.cancel(id);

    assertThat(claims.beat("w", Set.of(id))).containsExactly(id);
    assertThat(claims.succeed(mine, Map.of())).isFalse();
    assertThat(book.listAttempts(id)).extracting(Attempt::state).containsExactly("cancelled");
  }

  @Test
  void a_postponed_job_has_lost_no_attempt() {
    var id = put(job("a"));
    claims.postpone(claim(), clock.instant().plusSeconds(5));

    assertThat(claimAll()).isEmpty();
    clock.move(Duration.ofSeconds(5));
    assertThat(claim().attempt()).isEqualTo(1);
    assertThat(book.listAttempts(id)).hasSize(1);
  }

  @Test
  void many_children_that_end_at_once_queue_what_waits_for_them_once() throws Exception {
    var children = IntStream.range(0, 24).mapToObj(n -> job("child")).toList();
    var all = queue.enqueueAll(children, job("after"));
    assertThat(all.children()).extracting(Enqueued::runId).containsOnly(all.after().runId());
    var workers = IntStream.range(0, 4).mapToObj(n -> claims(registry())).toList();

    together(workers.stream().<Callable<List<String>>>map(each -> () -> {
      var mine = new ArrayList<String>();
      for (var job = one(each); job.isPresent() && job.get().type().equals("child"); job = one(each)) {
        mine.add(job.get().jobId());
        if (mine.size() % 3 == 0) {
          each.fail(job.get(), LASTING);
        } else {
          each.succeed(job.get(), Map.of());
        }
      }
      return mine;
    }).toList());

    var after = book.getJob(all.after().jobId());
    assertThat(after.openChildren()).isZero();
    assertThat(Set.of(JobState.QUEUED, JobState.RUNNING)).contains(after.state());
    assertThat(book.listJobs(new JobBook.Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.of("after"),
        10))).hasSize(1);
  }

  @Test
  void without_children_what_waits_for_them_is_queued_at_once() {
    queue.enqueueAll(List.of(), job("after"));

    assertThat(claim().type()).isEqualTo("after");
  }

  @Test
  void a_child_that_is_tried_again_is_waited_for_again() {
    var all = queue.enqueueAll(List.of(job("one"), job("two")), job("after"));
    var one = claim();
    claims.fail(one, LASTING);
    queue.retry(one.jobId());
    claims.succeed(claim(), Map.of());
    assertThat(book.getJob(all.after().jobId()).state()).isEqualTo(JobState.WAITING);
    claims.succeed(claim(), Map.of());

    assertThat(claim().type()).isEqualTo("after");
  }

  @Test
  void a_child_that_is_cancelled_or_purged_is_waited_for_no_more() {
    var all = queue.enqueueAll(List.of(job("one"), job("two").withSite(new DatasetKey("a.ca", "finance"))),
        job("after"));
    queue.cancel(all.children().getFirst().jobId());
    queue.purgeSite("a.ca");

    assertThat(claim().type()).isEqualTo("after");
  }

  @Test
  void a_site_is_purged_from_every_queue_and_others_stay() {
    put(job("x").withSite(new DatasetKey("a.ca", "finance")));
    claims.succeed(claim(), Map.of());
    put(NewJob.of("x", "other", THREE).withSite(new DatasetKey("a.ca", "fec")));
    put(job("x").withSite(new DatasetKey("a.ca", "finance")));
    var kept = put(job("x").withSite(new DatasetKey("b.ca", "finance")));

    assertThat(queue.purgeSite("a.ca")).isEqualTo(new JobQueue.Purged(2, 1));

    assertThat(book.listJobs(JobBook.Filter.of())).extracting(JobRow::jobId).containsExactly(kept);
  }

  @Test
  void a_queue_is_purged_of_what_lives_and_failed() {
    put(job("done"));
    claims.succeed(claim(), Map.of());
    put(job("dead"));
    claims.fail(claim(), LASTING);
    put(job("waits"));
    put(NewJob.of("other", "other", THREE));

    assertThat(queue.purgeQueue("q")).isEqualTo(new JobQueue.Purged(1, 1));

    assertThat(book.listJobs(JobBook.Filter.of())).extracting(JobRow::type).containsExactly("other", "done");
  }

  @Test
  void a_queue_tells_what_it_holds_and_since_when() {
    put(job("a"));
    clock.move(Duration.ofMinutes(3));
    put(job("b"));
    put(job("later").withRunAfter(clock.instant().plusSeconds(60)));
    put(NewJob.of("x", "other", THREE));
    claims.fail(claim(), LASTING);

    var q = book.listQueues(clock.instant())
        .stream()
        .filter(each -> each.queue().equals("q"))
        .findFirst()
        .orElseThrow();

    assertThat(q.count(JobState.QUEUED)).isEqualTo(2);
    assertThat(q.count(JobState.FAILED)).isEqualTo(1);
    assertThat(q.oldestDue()).contains(Instant.parse("2026-11-24T06:03:00Z"));
  }

  private static NewJob job(String type) {
    return NewJob.of(type, "q", THREE);
  }

  private String put(NewJob job) {
    return queue.enqueue(job).jobId();
  }

  private ClaimedJob claim() {
    return one(claims).orElseThrow();
  }

  private static Optional<ClaimedJob> one(JobClaims claims) {
    return claims.claim(Wish.one("w", Set.of("q"))).stream().findFirst();
  }

  private List<ClaimedJob> claimAll() {
    return claims.claim(new Wish("w", Map.of("q", JobClaims.NO_LIMIT), 100, Order.PRIORITY));
  }

  private static List<String> drain(JobClaims claims) {
    var mine = new ArrayList<String>();
    for (var job = one(claims); job.isPresent(); job = one(claims)) {
      mine.add(job.get().jobId());
    }
    return mine;
  }

  private Registry registry() {
    opened.add(Registry.open(url));
    return opened.getLast();
  }

  private JobClaims claims(Registry registry) {
    return new JobClaims(registry, clock, LEASE, new Backoff(Duration.ofSeconds(30), Duration.ofHours(1), 0, () -> 0));
  }

  private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
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
