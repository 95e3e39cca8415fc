package band.civic.fec.openfec;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.Fault;
import band.civic.clerk.testkit.openfec.Listing;
import band.civic.clerk.testkit.task.TestSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Walks over the rows of one committee, 15 of 789 without a date.
class WalkTest {
  private static final int ROWS = 789;
  private static final int UNDATED = 15;

  @TempDir
  Path directory;
  private final TestTime time = new TestTime("2026-05-01T06:00:00Z");
  private final FakeOpenFec openFec = FakeOpenFec.start(time);

  @AfterEach
  void stop() {
    openFec.close();
  }

  @Test
  void a_walk_sees_every_row_and_asks_no_page_twice() {
    openFec.add(Listing.SCHEDULE_A, rows());
    assertThat(walk()).hasSize(ROWS);
    assertThat(openFec.calls()).hasSize(8);
    assertThat(openFec.calls("sort=contribution_receipt_date")).hasSize(8);
  }

  @Test
  void the_order_that_others_use_loses_rows() throws Exception {
    openFec.add(Listing.SCHEDULE_A, rows());
    assertThat(walk("-contribution_receipt_date", 5)).hasSize(51);
    assertThat(walk("-contribution_receipt_date&sort_nulls_last=true", 50)).hasSize(ROWS - UNDATED);
    assertThat(walk("contribution_receipt_date&sort_hide_null=true", 50)).hasSize(ROWS - UNDATED);
    assertThat(walk("contribution_receipt_date", 20)).hasSize(ROWS);
    assertThat(walk("-contribution_receipt_amount", 50)).hasSize(ROWS);
  }

  @Test
  void a_count_that_is_only_guessed_ends_nothing() {
    openFec.add(Listing.SCHEDULE_A, Receipts.of(1, 231, "2026-04-20")).estimateAbove(0, 100);
    assertThat(walk()).hasSize(231);
  }

  @Test
  void an_empty_page_is_asked_for_again_at_the_start_and_on_the_way() {
    openFec.add(Listing.SCHEDULE_A, rows())
        .misbehave("/schedule_a/", 1, Fault.empty())
        .misbehaveAfter(3, "/schedule_a/", 2, Fault.empty());
    assertThat(walk()).hasSize(ROWS);
  }

  @Test
  void an_empty_page_that_stays_empty_is_not_taken_for_the_end() {
    openFec.add(Listing.SCHEDULE_A, rows()).misbehaveAfter(3, "/schedule_a/", 99, Fault.empty());
    var steps = steps();
    assertThat(steps.getLast().isLast()).isTrue();
    assertThat(steps.getLast().lacksRows(300)).isTrue();
  }

  private List<Map<String, Object>> rows() {
    var rows = new ArrayList<Map<String, Object>>(Receipts.of(1, ROWS, "2026-04-20"));
    // behind 36 others, as in the measured case: what is dated and has a smaller number can still be seen
    rows.forEach(row -> row.put("contribution_receipt_date", "2026-02-14"));
    rows.subList(36, 36 + UNDATED).forEach(row -> row.remove("contribution_receipt_date"));
    return rows;
  }

  private Set<String> walk() {
    var ids = new HashSet<String>();
    steps().forEach(step -> step.page().rows().forEach(row -> ids.add(row.path("sub_id").asString())));
    return ids;
  }

  private List<Walk.Step> steps() {
    var settings = OpenFecSettings.of(new TestSettings(openFec.settings()));
    var question = Question.of(Endpoint.SCHEDULE_A).with("committee_id", Receipts.committee(1));
    var steps = new ArrayList<Walk.Step>();
    try (var client = new OpenFecClient(settings, directory, time)) {
      var walk = new Walk(client, question, OpenFecClient.Manner.usual());
      Map<String, String> cursor = Map.of();
      for (var seen = 0L; steps.isEmpty() || !steps.getLast().isLast();) {
        steps.add(walk.next(cursor, seen));
        seen += steps.getLast().page().rows().size();
        cursor = steps.getLast().cursor();
      }
    }
    return steps;
  }

  /// The walk of a client that takes what it gets.
  private Set<String> walk(String sort, int size) throws Exception {
    var ids = new HashSet<String>();
    var json = new JsonMapper();
    var http = HttpClient.newHttpClient();
    var cursor = new StringBuilder();
    while (true) {
      var url = URI.create(openFec.base() + "/schedules/schedule_a/?committee_id=" + Receipts.committee(1) + "&sort="
          + sort + "&per_page=" + size + cursor);
      var ask = HttpRequest.newBuilder(url).header("X-Api-Key", openFec.key()).build();
      var body = json.readTree(http.send(ask, HttpResponse.BodyHandlers.ofString()).body());
      if (body.path("results").isEmpty()) {
        return ids;
      }
      body.path("results").forEach(row -> ids.add(row.path("sub_id").asString()));
      cursor.setLength(0);
      body.path("pagination")
          .path("last_indexes")
          .properties()
          .forEach(index -> cursor.append('&').append(index.getKey()).append('=').append(index.getValue().asString()));
    }
  }
}
