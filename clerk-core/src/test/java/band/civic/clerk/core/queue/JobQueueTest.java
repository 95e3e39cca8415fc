package band.civic.clerk.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.store.TestDatabase;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What is put into the queue and taken out of it.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JobQueueTest extends QueueFixture {
  JobQueueTest(TestDatabase database) {
    super(database);
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
}
