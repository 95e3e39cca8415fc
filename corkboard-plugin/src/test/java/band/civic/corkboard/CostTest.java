package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.guard.Allowance;
import band.civic.corkboard.guard.Gate;
import band.civic.corkboard.guard.Proxies;
import band.civic.corkboard.guard.Quotas;
import band.civic.corkboard.http.Answer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Processor time is what questions cost, and a minute allows only so much of it.
class CostTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:30Z"));
  private final InstantSource clock = now::get;
  private final Quotas quotas = new Quotas(clock.withZone(ZoneOffset.UTC));
  private final TestServer server = server();

  private TestServer server() {
    var gate = new Gate(new Proxies(Set.of("127.0.0.1")), Optional.empty(), quotas,
        Allowance.none().withCpuSeconds(2));
    return TestServer.of(call -> gate.answer(call, c -> switch (c.path()) {
      case "/work" -> Answer.text(Answer.TEXT, work());
      case "/stream" -> Answer.stream(Answer.TEXT, out -> out.write(work().getBytes(StandardCharsets.UTF_8)));
      default -> Answer.text(Answer.TEXT, "cheap");
    }));
  }

  /// Keeps a processor busy for five milliseconds.
  private static String work() {
    var threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + 5_000_000;
    long steps = 0;
    while (threads.getCurrentThreadCpuTime() < end) {
      steps++;
    }
    return Long.toString(steps);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int from(String client, String path) {
    return server.get(path, "X-Forwarded-For", client).status();
  }

  @Test
  void who_has_used_it_up_waits_for_the_next_minute_and_nobody_else_does() {
    quotas.charge("10.0.0.1", 2 * SECOND);

    var refused = server.get("/cheap", "X-Forwarded-For", "10.0.0.1");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("retry-after")).isEqualTo("30");
    assertThat(refused.json().at("/error").asString()).contains("2 seconds of computing");
    assertThat(from("10.0.0.2", "/cheap")).isEqualTo(200);
    now.set(Instant.parse("2026-01-01T00:01:00Z"));
    assertThat(from("10.0.0.1", "/cheap")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/-/static/app.css", "/robots.txt", "/health"})
  void what_every_page_needs_is_free_also_then(String path) {
    quotas.charge("10.0.0.1", 2 * SECOND);

    assertThat(from("10.0.0.1", "/cheap")).isEqualTo(429);
    assertThat(from("10.0.0.1", path)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"2001:db8:1:2::1, 2001:db8:1:2:ffff::9, 429", "2001:db8:1:2::1, [2001:DB8:1:2::7]:4711, 429",
      "2001:db8:1:2::1, 2001:db8:1:3::1, 200", "::ffff:10.0.0.4, 10.0.0.4, 429", "fe80::1%eth0, fe80::2, 429",
      "fe80::1, no:address:at-all, 200"})
  void a_line_of_ipv6_is_one_caller_whichever_of_its_addresses_it_uses(String spent, String other, int status) {
    quotas.charge("10.0.0.4", 2 * SECOND - 5_000_000);
    for (var network : new String[]{"20010db800010002/64", "fe80000000000000/64"}) {
      quotas.charge(network, 2 * SECOND - 5_000_000);
    }

    assertThat(from(spent, "/work")).isEqualTo(200);

    assertThat(from(other, "/cheap")).isEqualTo(status);
  }

  @Test
  void who_keeps_asking_is_not_forgotten_for_those_who_came_later() {
    quotas.charge("busy", SECOND);
    for (int i = 0; i < 100_000; i++) {
      quotas.charge("other " + i, 1);
      if (i == 50_000) {
        quotas.charge("busy", SECOND);
      }
    }

    assertThat(quotas.hasSpent("busy", 2)).isTrue();
  }

  @Test
  void working_out_an_answer_is_charged_and_so_is_writing_a_stream() {
    for (var path : new String[]{"/work", "/stream"}) {
      now.updateAndGet(n -> n.plusSeconds(60));
      quotas.charge("10.0.0.3", 2 * SECOND - 5_000_000);
      assertThat(from("10.0.0.3", "/cheap")).isEqualTo(200);
      assertThat(from("10.0.0.3", path)).isEqualTo(200);

      assertThat(from("10.0.0.3", path)).as(path).isEqualTo(429);
    }
  }
}
