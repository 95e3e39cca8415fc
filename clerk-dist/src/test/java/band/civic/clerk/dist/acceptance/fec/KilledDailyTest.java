package band.civic.clerk.dist.acceptance.fec;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.dist.acceptance.Distribution;
import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.SeenCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: `kill -9` of a daily run: the next one goes on at the very page, and each row is there once.
class KilledDailyTest {
  private static final int ROWS = 1234;
  private static final int PAGES = 13;
  private static final int KILLS = Integer.getInteger("clerk.fec.kills", 3);
  private static final long SEED = Long.getLong("clerk.fec.seed", new Random().nextLong());

  @TempDir
  private static Path directory;
  private Distribution clerk;

  private final FakeOpenFec openFec = FakeOpenFec.start();
  private final AtomicReference<Process> process = new AtomicReference<>();
  private final AtomicInteger untilKill = new AtomicInteger(Integer.MAX_VALUE);

  @BeforeEach
  void one_committee_of_thirteen_pages() {
    clerk = Distribution.unpackedIn(directory).withEnvironment(Gifts.environment(openFec));
    Gifts.of(openFec, ROWS);
    openFec.onCall(this::killWhenItIsTime);
  }

  @AfterEach
  void stop() {
    openFec.close();
  }

  @Test
  void it_goes_on_at_the_very_page_whenever_it_was_killed() throws Exception {
    System.out.println("KilledDailyTest: -Dclerk.fec.seed=" + SEED);
    var random = new Random(SEED);
    for (var kill = 0; kill < KILLS; kill++) {
      untilKill.set(1 + random.nextInt(8));
      process.set(clerk.start("fec", "daily"));
      process.get().waitFor();
      System.out.printf("killed; %d pages were asked for%n", receipts().size());
    }
    untilKill.set(Integer.MAX_VALUE);

    var last = clerk.clerk("fec", "daily");

    assertThat(last.exitCode()).as(last.err()).isZero();
    var bronze = new Bronze(clerk.storage());
    assertThat(bronze.audit("SELECT count(*) || ' ' || count(DISTINCT sub_id) || ' ' || sum(amount_cents) "
        + "FROM api_schedule_a WHERE retired_run IS NULL"))
        .containsExactly(ROWS + " " + ROWS + " " + Gifts.cents(ROWS));
    assertThat(bronze.audit("SELECT count(*) FROM api_history")).containsExactly("0");
    assertThat(bronze.audit("SELECT status FROM api_state WHERE kind = 'schedule_a'")).containsExactly("complete");
    assertThat(bronze.faults()).isEmpty();
    assertThat(receipts()).as("a page that was stored is not asked for again; one that was under way is")
        .hasSizeLessThanOrEqualTo(PAGES + 1 + KILLS);
    assertThat(bronze.audit("SELECT count(*) FROM api_pages WHERE url LIKE '%schedule_a%' AND rows > 0"))
        .containsExactly(String.valueOf(PAGES));
    assertThat(bronze.files()).noneMatch(name -> name.endsWith("-journal") || name.endsWith("-wal"));
    assertThat(Files.exists(clerk.storage().resolve("us/fec/fec.db"))).isFalse();
  }

  private List<SeenCall> receipts() {
    return openFec.calls("/schedule_a/");
  }

  private void killWhenItIsTime() {
    if (untilKill.decrementAndGet() == 0) {
      process.get().destroyForcibly();
    }
  }
}
