package band.civic.clerk.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Jobs that wait for others.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FanInTest extends QueueFixture {
  FanInTest(TestDatabase database) {
    super(database);
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
}
