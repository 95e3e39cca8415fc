package band.civic.clerk.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.queue.JobBook.Attempt;
import band.civic.clerk.core.queue.JobClaims.Failure;
import band.civic.clerk.core.queue.JobClaims.Order;
import band.civic.clerk.core.queue.JobClaims.Wish;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What workers do with the queue.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JobClaimsTest extends QueueFixture {
  JobClaimsTest(TestDatabase database) {
    super(database);
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

    var claimed = claims.claim(new Wish("w", Map.of("a", JobClaims.NO_LIMIT, "b", JobClaims.NO_LIMIT), Set.of(), 3,
        Order.PRIORITY));

    assertThat(claimed).extracting(ClaimedJob::type).containsExactly("b-high", "a-high", "a-normal");
  }

  @Test
  void the_oldest_goes_first_when_age_is_asked_for() {
    put(job("patient").withPriority(Priority.LOW));
    clock.move(Duration.ofMinutes(1));
    put(job("urgent").withPriority(Priority.HIGH));

    assertThat(claims.claim(new Wish("w", Map.of("q", JobClaims.NO_LIMIT), Set.of(), 1, Order.AGE)))
        .extracting(ClaimedJob::type)
        .containsExactly("patient");
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
    var wish = new Wish("w", Map.of("q", 3), Set.of(), 2, Order.PRIORITY);
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
  void that_workers_are_killed_costs_a_job_no_attempt_until_it_looks_as_if_it_kills_them() {
    var id = put(NewJob.of("a", "q", new Limits(Duration.ofMinutes(1), 2)));
    for (var i = 0; i < 9; i++) {
      assertThat(claim().lastAttempt()).isFalse();
      assertThat(claims.releaseLost(Set.of("w"))).containsExactly(id);
      assertThat(book.getJob(id).state()).isEqualTo(JobState.QUEUED);
    }
    claim();

    assertThat(claims.releaseLost(Set.of("w"))).containsExactly(id);

    assertThat(book.getJob(id).state()).isEqualTo(JobState.FAILED);
    queue.retry(id);
    claim();
    claims.releaseLost(Set.of("w"));
    assertThat(book.getJob(id).state()).as("a person who retries it gives it as many again").isEqualTo(JobState.QUEUED);
  }

  @Test
  void a_job_that_may_be_tried_once_only_is_a_dead_letter_when_its_worker_is_lost() {
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
}
