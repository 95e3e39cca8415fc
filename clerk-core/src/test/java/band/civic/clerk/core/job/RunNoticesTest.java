package band.civic.clerk.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.event.Listeners.Listener;
import band.civic.clerk.core.job.RunOutcome.State;
import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.core.site.runs.NoticeBook;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.JobType;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteListener;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunNoticesTest extends OfficeTest {

  @Test
  void of_many_notices_of_one_code_the_first_are_kept_and_all_are_counted() {
    var many = IntStream.range(0, 120).mapToObj(n -> Notice.warning("odd_date", "row " + n, "A date is odd.")).toList();
    office.pipeline.when("clean", context -> TaskReport.empty()
        .withChanged(1)
        .withNotices(many)
        .withNotices(List.of(
            Notice.info("late", "x", "It is late."))));

    var outcome = office.run(SITE);

    assertThat(outcome.notices()).hasSize(121);
    assertThat(office.rows("SELECT code, count(*), max(total) FROM notices GROUP BY code ORDER BY code"))
        .containsExactly("late 1 1", "odd_date 50 120");
    var kept = new NoticeBook(office.registry).listLatest(office.work().key(SITE));
    assertThat(kept).hasSize(51);
  }

  @Test
  void a_listener_that_fails_is_recorded_and_the_next_is_still_told() {
    var told = new ArrayList<String>();
    office.listeners.add(new Listener("bad", new SiteListener() {
      @Override
      public void dataLoaded(Site site, String dataType, DataSummary summary) {
        throw new IllegalStateException("no mail server");
      }
    }));
    office.listeners.add(new Listener("good", told(told)));

    var outcome = office.run(SITE);
    office.run(SITE);
    office.pipeline.when("money", context -> {
      throw new SourceUnavailable("No answer.");
    });
    office.clock.move(Duration.ofHours(21));
    office.run(SITE);

    assertThat(told).containsExactly("loaded alameda.ca finance 100", "unchanged alameda.ca",
        "failed alameda.ca No answer.");
    assertThat(outcome.exitCode()).isZero();
    assertThat(office.rows("SELECT code, subject FROM notices")).containsExactly("listener_failed bad");
  }

  @Test
  void a_bug_in_a_task_ends_with_1_and_its_name() {
    office.pipeline.when("clean", context -> {
      throw new IllegalStateException("row 7");
    });

    var outcome = office.run(SITE);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(office.rows("SELECT error_kind, error_message FROM runs")).containsExactly(
        "java.lang.IllegalStateException row 7");
  }

  @Test
  void a_job_runs_with_the_same_bookkeeping() {
    var job = new JobType() {
      @Override
      public String name() {
        return "tidy";
      }

      @Override
      public String description() {
        return "Tidies up.";
      }

      @Override
      public TaskReport run(TaskContext context) {
        return TaskReport.empty().withChanged(3);
      }
    };
    var request = new RunRequest(Work.of(job, "1.0"), office.site(SITE), TaskSelection.all().withForce(true), Map.of(),
        new RunRequest.How("job run tidy", 1, false));

    var outcome = office.jobs().run(request, Watch.none());

    assertThat(outcome.state()).isEqualTo(State.SUCCEEDED);
    assertThat(office.rows("SELECT data_type, state FROM runs")).containsExactly("job:tidy succeeded");
    assertThat(office.one("SELECT status FROM sites")).isEqualTo("new");
  }

  private static SiteListener told(List<String> told) {
    return new SiteListener() {
      @Override
      public void dataLoaded(Site site, String dataType, DataSummary summary) {
        told.add("loaded %s %s %d".formatted(site.subdomain(), dataType, summary.recordCount()));
      }

      @Override
      public void dataUnchanged(Site site, String dataType) {
        told.add("unchanged " + site.subdomain());
      }

      @Override
      public void runFailed(Site site, String dataType, String reason) {
        told.add("failed " + site.subdomain() + " " + reason);
      }
    };
  }
}
