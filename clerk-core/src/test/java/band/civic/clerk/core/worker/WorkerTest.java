package band.civic.clerk.core.worker;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.queue.JobBook.Attempt;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.queue.Priority;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.TestDatabase;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.BadSourceData;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.ClerkException.ValidationFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class WorkerTest {
  private final TestDatabase database;
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private Workshop shop;

  WorkerTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open(@TempDir Path directory) {
    shop = new Workshop(database.newRegistry(directory));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void a_burst_does_what_is_due_the_urgent_first_and_ends() {
    shop.kind("note", Workshop.TWICE, context -> note(context.job().jobId()));
    var kind = shop.desk().kinds().get("note");
    var normal = shop.enqueue(kind.forHost(Map.of()));
    var high = shop.enqueue(kind.forHost(Map.of()).withoutUniqueKey().withPriority(Priority.HIGH));
    shop.kind("other", Workshop.TWICE, _ -> note("other"));
    var other = shop.enqueue("other");

    shop.burst("note");

    assertThat(done).containsExactlyInAnyOrder(high.jobId(), normal.jobId());
    assertThat(shop.job(normal).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(shop.job(normal).result()).containsEntry("noted", normal.jobId());
    assertThat(shop.job(other).state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void a_source_that_does_not_answer_once_is_asked_again() {
    var times = new AtomicInteger();
    shop.kind("ask", Workshop.TWICE, _ -> {
      if (times.incrementAndGet() == 1) {
        throw new SourceUnavailable("503");
      }
      return JobResult.done();
    });
    var job = shop.enqueue("ask");

    shop.burst();
    Workshop.pause(30);
    shop.burst();

    assertThat(shop.job(job).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(shop.job(job).attempts().made()).isEqualTo(2);
    assertThat(shop.book.listAttempts(job.jobId())).extracting(Attempt::state).containsExactly("failed", "succeeded");
  }

  @Test
  void failures_that_last_are_not_tried_again() {
    shop.kind("configuration", Workshop.TWICE, _ -> {
      throw new BadConfiguration("There is no agency 404.");
    });
    shop.kind("data", Workshop.TWICE, _ -> {
      throw new BadSourceData("It is a letter.");
    });
    shop.kind("validation", Workshop.TWICE, _ -> {
      throw new ValidationFailed("Totals differ.");
    });
    var jobs = List.of(shop.enqueue("configuration"), shop.enqueue("data"), shop.enqueue("validation"));

    shop.burst();

    assertThat(jobs).extracting(shop::job).allSatisfy(job -> {
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.attempts().made()).isEqualTo(1);
    });
    assertThat(shop.job(jobs.getFirst()).error()).contains(new RunError("BadConfiguration",
        "There is no agency 404."));
  }

  @Test
  void a_bug_is_tried_again_and_then_told_with_its_class_in_a_message_of_bounded_length() {
    shop.kind("bug", Workshop.TWICE, _ -> {
      throw new IllegalStateException("x".repeat(10_000) + "\0");
    });
    var job = shop.enqueue("bug");

    shop.burst();
    Workshop.pause(30);
    shop.burst();

    assertThat(shop.job(job).state()).isEqualTo(JobState.FAILED);
    assertThat(shop.job(job).error().orElseThrow().kind()).isEqualTo("java.lang.IllegalStateException");
    assertThat(shop.job(job).error().orElseThrow().message()).hasSizeLessThan(2_100);
  }

  @Test
  void what_takes_too_long_is_stopped_and_the_worker_goes_on() {
    shop.kind("slow", new Limits(Duration.ofSeconds(1), 1), context -> {
      while (true) {
        context.watch().cancellation().check();
        Workshop.pause(20);
      }
    });
    shop.kind("quick", Workshop.TWICE, _ -> note("quick"));
    var slow = shop.enqueue("slow");
    shop.start(1);
    Workshop.await(() -> shop.job(slow).state() == JobState.FAILED);
    var quick = shop.enqueue("quick");

    Workshop.await(() -> shop.job(quick).state() == JobState.SUCCEEDED);

    assertThat(shop.job(slow).error().orElseThrow().kind()).isEqualTo("Timeout");
    assertThat(shop.book.listAttempts(slow.jobId())).extracting(Attempt::state).containsExactly("timeout");
  }

  @Test
  void what_does_not_stop_when_asked_is_left_alone() {
    var release = new CountDownLatch(1);
    shop.kind("deaf", new Limits(Duration.ofSeconds(1), 1), _ -> {
      while (release.getCount() > 0) {
        Thread.onSpinWait();
      }
      return JobResult.done();
    });
    shop.kind("quick", Workshop.TWICE, _ -> note("quick"));
    var deaf = shop.enqueue("deaf");
    shop.start(1);

    Workshop.await(() -> shop.job(deaf).state() == JobState.FAILED);
    var quick = shop.enqueue("quick");
    Workshop.await(() -> shop.job(quick).state() == JobState.SUCCEEDED);

    release.countDown();
    assertThat(shop.job(deaf).error().orElseThrow().kind()).isEqualTo("Timeout");
  }

  @Test
  void a_job_that_is_cancelled_is_stopped_at_the_next_sign_of_life() {
    shop.lease = Duration.ofSeconds(1);
    var stopped = new CountDownLatch(1);
    shop.kind("slow", Workshop.TWICE, context -> {
      context.watch().cancellation().onRequest(stopped::countDown);
      while (true) {
        context.watch().cancellation().check();
        Workshop.pause(20);
      }
    });
    var job = shop.enqueue("slow");
    shop.start(1);
    Workshop.await(() -> shop.job(job).state() == JobState.RUNNING);

    shop.queue.cancel(job.jobId());

    Workshop.await(() -> stopped.getCount() == 0);
    assertThat(shop.job(job).state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void a_worker_that_is_asked_to_end_lets_jobs_end_and_puts_back_what_takes_longer() {
    shop.grace = Duration.ofSeconds(1);
    var started = new CountDownLatch(2);
    shop.kind("short", Workshop.TWICE, _ -> {
      started.countDown();
      Workshop.pause(300);
      return note("short");
    });
    shop.kind("long", Workshop.TWICE, context -> {
      started.countDown();
      while (true) {
        context.watch().cancellation().check();
        Workshop.pause(20);
      }
    });
    var quick = shop.enqueue("short");
    var slow = shop.enqueue("long");
    var worker = shop.start(2);
    Workshop.await(() -> started.getCount() == 0);
    assertThat(new WorkerBook(shop.registry).list()).hasSize(1);

    shop.end(worker);

    Workshop.await(() -> new WorkerBook(shop.registry).list().isEmpty());
    assertThat(shop.job(quick).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(shop.job(slow).state()).isEqualTo(JobState.QUEUED);
    assertThat(shop.job(slow).attempts().made()).isZero();
  }

  @Test
  void what_cannot_begin_now_waits_without_losing_an_attempt() {
    var times = new AtomicInteger();
    shop.kind("busy", new Limits(Duration.ofMinutes(1), 1), _ -> times.incrementAndGet() < 3
        ? new JobResult.NotNow(Duration.ofMillis(1), "busy")
        : JobResult.done());
    var job = shop.enqueue("busy");
    shop.start(1);

    Workshop.await(() -> shop.job(job).state() == JobState.SUCCEEDED);

    assertThat(shop.job(job).attempts().made()).isEqualTo(1);
  }

  @Test
  void a_type_that_a_worker_does_not_know_is_left_to_others_with_all_its_attempts() {
    shop.kind("known", Workshop.TWICE, _ -> note("known"));
    var foreign = shop.enqueue(NewJob.of("foreign", "known", Workshop.TWICE).withPriority(Priority.HIGH));
    var known = shop.enqueue("known");

    shop.burst();

    assertThat(shop.job(known).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(shop.job(foreign).state()).isEqualTo(JobState.QUEUED);
    assertThat(shop.book.listAttempts(foreign.jobId())).isEmpty();
  }

  @Test
  void several_workers_do_each_job_once() {
    shop.kind("note", Workshop.TWICE, context -> note(context.job().jobId()));
    for (var i = 0; i < 200; i++) {
      shop.enqueue("note");
    }
    shop.start(4);
    shop.start(4);

    Workshop.await(() -> done.size() >= 200);
    Workshop.await(() -> shop.book.listQueues(Instant.now()).isEmpty());

    assertThat(done).hasSize(200).doesNotHaveDuplicates();
  }

  private JobResult note(String text) {
    done.add(text);
    return new JobResult.Done(Map.of("noted", text));
  }
}
