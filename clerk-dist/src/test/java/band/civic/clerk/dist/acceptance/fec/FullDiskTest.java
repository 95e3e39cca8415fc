package band.civic.clerk.dist.acceptance.fec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import band.civic.clerk.dist.acceptance.Distribution;
import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.fec.sample.ReleasePlan;
import band.civic.fec.sample.SampleRelease;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: a disk that is full: what failed, where, how much is needed and what to do is told; what was there is as
/// before; nothing half done is left, and with room the next run does it all.
class FullDiskTest {
  private static final int UNAVAILABLE = 75;
  private static final long PLENTY = 400_000;
  private static final ReleasePlan PLAN = ReleasePlan.of(40_000, 7, 2020);

  @TempDir
  private static Path directory;
  private static Distribution installed;

  @BeforeAll
  static void unpack() {
    installed = Distribution.unpackedIn(directory);
    SampleRelease.write(PLAN, directory.resolve("r1"));
    SampleRelease.write(PLAN.withRelease(2), directory.resolve("r2"));
    installed.clerk("plugin", "list");
  }

  @Test
  void a_first_ingest_that_has_no_room_is_not_begun() throws Exception {
    try (var disk = mounted("first", 8_000)) {
      var clerk = installed.storingIn(disk.place().resolve("storage"));

      var full = clerk.clerk(ingest("r1"));

      assertThat(full.exitCode()).as(full.err()).isEqualTo(UNAVAILABLE);
      assertThat(full.err()).contains("are needed below " + clerk.storage(), " are free there", "Free some space");
      assertThat(new Bronze(clerk.storage()).files()).containsExactly("us/fec/work/bronze.db");
      disk.resize(PLENTY);
      assertThat(clerk.clerk(ingest("r1")).exitCode()).isZero();
    }
  }

  @Test
  void a_file_that_cannot_grow_is_not_left_half_written() {
    var clerk = installed.storingIn(directory.resolve("limited"));

    var full = clerk.withFileLimit(5_000).clerk(ingest("r1"));

    assertThat(full.exitCode()).as(full.err()).isEqualTo(UNAVAILABLE);
    assertThat(full.err()).contains("Cannot write " + clerk.storage(), "File too large", "as before");
    assertThat(new Bronze(clerk.storage()).files()).containsExactly("us/fec/work/bronze.db");
    assertThat(clerk.clerk(ingest("r1")).exitCode()).isZero();
  }

  @Test
  void a_comparison_that_has_no_room_leaves_the_release_before() throws Exception {
    try (var disk = mounted("second", PLENTY)) {
      var clerk = installed.storingIn(disk.place().resolve("storage"));
      assertThat(clerk.clerk(ingest("r1")).exitCode()).isZero();
      var bronze = new Bronze(clerk.storage());
      var before = bronze.content();
      var files = bronze.files();
      disk.leave(2_000);

      var full = clerk.clerk("fec", "reconcile", "--cycle", "2020", "--from", directory.resolve("r2").toString());

      assertThat(full.exitCode()).as(full.err()).isEqualTo(UNAVAILABLE);
      assertThat(full.err()).contains(clerk.storage().toString(), " are free there", "Free some space");
      assertThat(bronze.content()).isEqualTo(before);
      assertThat(bronze.files()).isEqualTo(files);
      disk.resize(PLENTY);
      var next = clerk.clerk("fec", "reconcile", "--cycle", "2020", "--from", directory.resolve("r2").toString());
      assertThat(next.exitCode()).as(next.err()).isZero();
      assertThat(bronze.content()).isNotEqualTo(before);
    }
  }

  @Test
  void a_daily_run_keeps_the_pages_that_it_stored_and_goes_on_behind_them() throws Exception {
    try (var openFec = FakeOpenFec.start(); var disk = mounted("daily", PLENTY)) {
      Gifts.of(openFec, 3_000);
      var clerk = installed.storingIn(disk.place().resolve("storage")).withEnvironment(Gifts.environment(openFec));
      assertThat(clerk.clerk("fec", "daily", "--calls", "5").exitCode()).isIn(0, UNAVAILABLE);
      disk.leave(1_500);

      var full = clerk.clerk("fec", "daily");

      assertThat(full.exitCode()).as(full.err()).isEqualTo(UNAVAILABLE);
      assertThat(full.err()).contains("No space left below " + clerk.storage(), "Free some space");
      disk.resize(PLENTY);
      var next = clerk.clerk("fec", "daily");
      assertThat(next.exitCode()).as(next.err()).isZero();
      assertThat(
          new Bronze(clerk.storage()).audit("SELECT count(*) || ' ' || count(DISTINCT sub_id) FROM api_schedule_a"))
          .containsExactly("3000 3000");
      assertThat(new Bronze(clerk.storage()).faults()).isEmpty();
    }
  }

  @Test
  void a_download_that_has_no_room_is_not_begun_or_not_left() throws Exception {
    var file = zip(6_000_000);
    var calls = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", call -> {
      var tellsItsLength = calls.incrementAndGet() == 1;
      call.sendResponseHeaders(200, tellsItsLength ? file.length : 0);
      call.getResponseBody().write(file);
      call.close();
    });
    server.start();
    try (var disk = mounted("download", 3_000)) {
      var clerk = installed.storingIn(disk.place().resolve("storage"))
          .withEnvironment(Map.of("FEC_BULK_BASE", "http://127.0.0.1:" + server.getAddress().getPort()));
      for (var told : new String[]{"To download indiv20.zip some 6.0 MB are needed", "Cannot write"}) {
        var full = clerk.clerk("fec", "bulk", "download", "--cycle", "2020", "--kinds", "indiv");
        assertThat(full.exitCode()).as(full.err()).isEqualTo(UNAVAILABLE);
        assertThat(full.err()).contains(told, " are free there", "Free some space");
        assertThat(new Bronze(clerk.storage()).files()).containsExactly("us/fec/work/bronze.db");
      }
      disk.resize(PLENTY);
      var next = clerk.clerk("fec", "bulk", "download", "--cycle", "2020", "--kinds", "indiv");
      assertThat(next.exitCode()).as(next.err()).isZero();
      assertThat(Files.size(clerk.storage().resolve("us/fec/raw/2020/indiv20.zip"))).isEqualTo(file.length);
    } finally {
      server.stop(0);
    }
  }

  private static String[] ingest(String release) {
    return new String[]{"fec", "bulk", "ingest", "--cycle", "2020", "--from", directory.resolve(release).toString()};
  }

  private static Disk mounted(String name, long kilobytes) throws Exception {
    var disk = Disk.tryMount(directory.resolve(name), kilobytes);
    assumeTrue(disk.isPresent(), "only who may mount can have a small disk");
    return disk.orElseThrow();
  }

  private static byte[] zip(int bytes) throws IOException {
    var noise = new byte[bytes];
    new Random(1).nextBytes(noise);
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("itcont.txt"));
      zip.write(noise);
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
