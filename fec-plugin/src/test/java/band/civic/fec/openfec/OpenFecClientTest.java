package band.civic.fec.openfec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.etl.http.PoliteHttp;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.testkit.openfec.Fault;
import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.Listing;
import band.civic.clerk.testkit.task.TestSettings;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class OpenFecClientTest {
  private static final OpenFecClient.Manner USUAL = OpenFecClient.Manner.usual();

  @TempDir
  Path directory;
  private final TestTime time = new TestTime("2026-05-01T06:00:00Z");
  private final FakeOpenFec openFec = FakeOpenFec.start(time);

  @BeforeEach
  void rows() {
    openFec.add(Listing.SCHEDULE_A, Receipts.of(1, 3, "2026-04-20"))
        .add(Listing.COMMITTEES, List.of(Map.of("committee_id", Receipts.committee(1), "name", "COMMITTEE")));
  }

  @AfterEach
  void stop() {
    openFec.close();
  }

  @Test
  void money_keeps_its_cents_and_long_numbers_their_digits() {
    try (var client = client(Map.of())) {
      var row = client.ask(receipts(), USUAL).rows().getLast();
      assertThat(row.path("contribution_receipt_amount").decimalValue()).isEqualByComparingTo("1.09");
      assertThat(row.path("link_id").asLong()).isEqualTo(4_123_456_789_012_345_678L);
    }
  }

  static List<Fault> worth_another_try() {
    return List.of(Fault.timedOut(), Fault.unavailable(), Fault.couldNotProcess(), Fault.cut(), Fault.reset(),
        Fault.retryAfter(2), Fault.tooMany(), Fault.status(500, "Internal Server Error"));
  }

  @ParameterizedTest
  @MethodSource
  void worth_another_try(Fault fault) {
    openFec.misbehave("/schedule_a/", 2, fault);
    try (var client = client(Map.of())) {
      assertThat(client.ask(receipts(), USUAL).rows()).hasSize(3);
      assertThat(openFec.calls()).hasSize(3);
      assertThat(client.calls()).isEqualTo(3);
    }
  }

  @Test
  void waits_as_long_as_it_is_asked_to() {
    openFec.misbehave("/schedule_a/", 1, Fault.retryAfter(42));
    try (var client = client(Map.of())) {
      client.ask(receipts(), USUAL);
      assertThat(time.pauses()).containsExactly(Duration.ofSeconds(42));
    }
  }

  @Test
  void what_is_refused_is_asked_once_and_told_in_the_servers_words() {
    openFec.misbehave("/schedule_a/", 1, Fault.status(422, "Cannot sort on value \"foo\"."))
        .misbehaveAfter(1, "/schedule_a/", 1,
            new Fault.Message(422, Map.of("query", Map.of("page", List.of("Not a valid integer.")))));
    try (var client = client(Map.of())) {
      assertThatThrownBy(() -> client.ask(receipts(), USUAL)).isInstanceOf(ClerkException.BadSourceData.class)
          .hasMessageContaining("HTTP 422")
          .hasMessageContaining("Cannot sort on value");
      assertThatThrownBy(() -> client.ask(receipts(), USUAL)).isInstanceOf(ClerkException.BadSourceData.class)
          .hasMessageContaining("Not a valid integer.");
      assertThat(openFec.calls()).hasSize(2);
    }
  }

  @Test
  void what_is_not_there_is_nothing_but_an_unknown_path_is_a_wrong_setting() {
    openFec.misbehave("/schedule_a/", 1, Fault.status(404, "two_year_transaction_period not found."))
        .misbehaveAfter(1, "/schedule_a/", 1, Fault.webPage());
    try (var client = client(Map.of())) {
      assertThat(client.ask(receipts(), USUAL).rows()).isEmpty();
      assertThatThrownBy(() -> client.ask(receipts(), USUAL)).isInstanceOf(ClerkException.BadConfiguration.class)
          .hasMessageContaining("FEC_API_BASE");
    }
  }

  @Test
  void a_wrong_key_and_no_key_are_said_to_be_so() {
    try (var client = client(Map.of("fec.api-key", "WRONG-KEY-987"))) {
      assertThatThrownBy(() -> client.ask(receipts(), USUAL)).isInstanceOf(ClerkException.BadConfiguration.class)
          .hasMessageContaining("API_KEY_INVALID")
          .hasMessageContaining("FEC_API_KEY");
    }
    assertThatThrownBy(() -> client(Map.of("fec.api-key", ""))).isInstanceOf(ClerkException.BadConfiguration.class)
        .hasMessageContaining("FEC_API_KEY");
  }

  @Test
  void an_unknown_parameter_is_refused_before_any_call() {
    assertThatThrownBy(() -> Question.of(Endpoint.SCHEDULE_B).with("min_load_date", "2026-01-01"))
        .isInstanceOf(ClerkException.BadConfiguration.class)
        .hasMessageContaining("schedule_b has no parameter \"min_load_date\"");
    assertThatThrownBy(() -> client(Map.of("fec.api-filters", "schedule_a.cycle=2026")))
        .isInstanceOf(ClerkException.BadConfiguration.class)
        .hasMessageContaining("cycle");
    assertThat(openFec.calls()).isEmpty();
  }

  @Test
  void an_answer_is_good_for_its_time_and_then_asked_for_with_its_tag() {
    openFec.withEtags();
    try (var client = client(Map.of())) {
      client.ask(committees(), USUAL);
      client.ask(committees(), USUAL);
      assertThat(openFec.calls()).hasSize(1);
      time.pass(Duration.ofHours(25));
      assertThat(client.ask(committees(), USUAL).rows()).hasSize(1);
      assertThat(openFec.calls()).extracting(call -> call.status()).containsExactly(200, 304);
      client.ask(committees(), new OpenFecClient.Manner(false, true));
      assertThat(openFec.calls()).hasSize(3);
    }
    try (var cache = HttpCache.open(directory)) {
      assertThat(cache.clear()).isEqualTo(1);
    }
    try (var client = client(Map.of())) {
      client.ask(committees(), USUAL);
      assertThat(openFec.calls()).hasSize(4);
    }
  }

  @Test
  void a_cycle_that_is_over_is_kept_longer_and_efile_rows_not_at_all() {
    var over = new OpenFecClient.Manner(true, false);
    var efile = Question.of(Endpoint.SCHEDULE_A_EFILE).with("committee_id", Receipts.committee(1));
    try (var client = client(Map.of())) {
      client.ask(committees(), over);
      time.pass(Duration.ofDays(20));
      client.ask(committees(), over);
      assertThat(openFec.calls()).hasSize(1);
      client.ask(efile, USUAL);
      client.ask(efile, USUAL);
      assertThat(openFec.calls("/efile/")).hasSize(2);
    }
  }

  @Test
  void two_processes_with_a_key_share_its_minutes_and_hours() {
    openFec.onCall(() -> time.pass(Duration.ofMillis(100)));
    try (var one = client(Map.of("fec.api-calls-per-hour", "95", "fec.api-calls-per-minute", "20"));
        var two = client(Map.of("fec.api-calls-per-hour", "95", "fec.api-calls-per-minute", "20"))) {
      for (var i = 0; i < 100; i++) {
        one.ask(receipts(), new OpenFecClient.Manner(false, true));
        two.ask(receipts(), new OpenFecClient.Manner(false, true));
      }
    }
    assertThat(openFec.calls()).hasSize(200).allMatch(call -> call.status() == 200);
    assertThat(openFec.mostCallsWithin(Duration.ofMinutes(1))).isLessThanOrEqualTo(20);
    assertThat(openFec.mostCallsWithin(Duration.ofHours(1))).isLessThanOrEqualTo(95);
  }

  @Test
  void a_small_key_is_noticed_and_an_hour_that_others_used_up_is_waited_for() {
    openFec.limit(40);
    try (var client = client(Map.of())) {
      for (var i = 0; i < 60; i++) {
        client.ask(receipts(), new OpenFecClient.Manner(false, true));
      }
    }
    assertThat(openFec.calls()).filteredOn(call -> call.status() == 429).isEmpty();
    assertThat(openFec.mostCallsWithin(Duration.ofHours(1))).isLessThanOrEqualTo(40);
  }

  @Test
  void two_thousand_calls_take_two_hours() {
    var settings = OpenFecSettings.of(new TestSettings(Map.of("fec.api-key", "K", "fec.api-calls-per-hour", "1000",
        "fec.api-calls-per-minute", "1000")));
    try (var budget = new HourBudget(directory, settings)) {
      var start = time.now();
      for (var i = 0; i < 2001; i++) {
        for (var wait = budget.take(time.now()); wait.isPositive(); wait = budget.take(time.now())) {
          time.pass(wait);
        }
      }
      assertThat(Duration.between(start, time.now())).isBetween(Duration.ofHours(2), Duration.ofMinutes(121));
    }
  }

  @Test
  void the_key_is_in_no_log_file_or_error() throws IOException {
    var seen = new ListAppender<ILoggingEvent>();
    seen.start();
    var logger = (Logger) LoggerFactory.getLogger(PoliteHttp.class);
    logger.addAppender(seen);
    openFec.misbehave("/schedule_a/", 99, Fault.timedOut());
    try (var client = client(Map.of())) {
      assertThatThrownBy(() -> client.ask(receipts(), USUAL)).isInstanceOf(ClerkException.SourceUnavailable.class)
          .hasMessageContaining("Query timed out")
          .hasMessageNotContaining(openFec.key());
    } finally {
      logger.detachAppender(seen);
    }
    assertThat(seen.list).isNotEmpty().noneMatch(event -> event.getFormattedMessage().contains(openFec.key()));
    assertThat(openFec.calls()).noneMatch(call -> call.target().contains(openFec.key()));
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) {
        assertThat(file.toString()).doesNotContain(openFec.key());
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain(openFec.key());
      }
    }
  }

  private OpenFecClient client(Map<String, String> more) {
    var settings = new TestSettings(openFec.settings());
    for (var setting : more.entrySet()) {
      settings = settings.with(setting.getKey(), setting.getValue());
    }
    return new OpenFecClient(OpenFecSettings.of(settings), directory, time);
  }

  private static Question receipts() {
    return Question.of(Endpoint.SCHEDULE_A)
        .with("committee_id", Receipts.committee(1))
        .with("two_year_transaction_period", 2026);
  }

  private static Question committees() {
    return Question.of(Endpoint.COMMITTEES).with("committee_id", Receipts.committee(1));
  }
}
