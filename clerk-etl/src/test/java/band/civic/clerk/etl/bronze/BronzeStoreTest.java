package band.civic.clerk.etl.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.testkit.task.TestWorkspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BronzeStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-20T06:00:00Z");
  private static final Unit BRK_2018 = unit("workbook", Origin.LIVE, 1, "BRK");

  @TempDir
  Path directory;
  TestWorkspace workspace = new TestWorkspace(Path.of("."), "published.db");

  @BeforeEach
  void layout() {
    workspace = new TestWorkspace(directory, "published.db");
  }

  private static Unit unit(String adapter, Origin origin, int agencyId, String shortcut) {
    var key = String.join("/", origin.name(), adapter, Integer.toString(agencyId), shortcut, "2018");
    return new Unit(key, origin, adapter, agencyId, shortcut, OptionalInt.of(2018));
  }

  @Test
  void a_page_is_kept_with_its_file_its_sum_and_its_time() throws IOException {
    try (var store = open()) {
      var unit = store.begin(BRK_2018);
      unit.append(page("a.json", "hello"), "1");
      unit.complete();
      var page = store.listCompletePages().getFirst();
      assertThat(Files.readString(page.file())).isEqualTo("hello");
      assertThat(page.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
      assertThat(page.fetchedAt()).isEqualTo(NOW);
      assertThat(page.bytes()).isEqualTo(5);
      assertThat(page.unit()).isEqualTo(BRK_2018);
      assertThat(directory.relativize(page.file()).toString()).isEqualTo(
          "raw/2018/workbook-BRK-20260320T060000Z-1/a.json");
    }
  }

  @Test
  void a_broken_off_unit_is_invisible_and_goes_on_at_its_cursor() {
    try (var store = open()) {
      store.begin(BRK_2018).append(page("a.json", "one"), "page 1");
    }
    try (var store = open()) {
      assertThat(store.listCompletePages()).isEmpty();
      var again = store.begin(BRK_2018);
      assertThat(again.cursor()).isEqualTo("page 1");
      again.append(page("b.json", "two"), "page 2");
      assertThat(again.complete()).isEqualTo(new Completion(2, 0, 0));
      assertThat(store.listCompletePages()).extracting(RawPage::seq).containsExactly(0, 1);
    }
  }

  @Test
  void a_page_that_could_not_be_written_leaves_nothing() throws IOException {
    try (var store = open()) {
      var unit = store.begin(BRK_2018);
      var broken = new RawContent("a.json", "JSON", "https://example.org", NOW, () -> {
        throw new IOException("disk full");
      });
      assertThatThrownBy(() -> unit.append(broken, "1")).hasMessageContaining("disk full");
      assertThat(unit.cursor()).isEmpty();
    }
    assertThat(files("raw")).isEmpty();
  }

  @Test
  void what_a_kill_left_half_written_is_cleared_at_the_next_start() throws IOException {
    var half = directory.resolve("raw/2018/20260320-workbook-BRK/a.zip.tmp");
    Files.createDirectories(half.resolveSibling(""));
    Files.writeString(half, "PK");
    open().close();
    assertThat(half).doesNotExist();
  }

  @Test
  void the_same_answer_again_changes_nothing() throws IOException {
    extract("one", "two");
    var before = files("raw");
    assertThat(extract("one", "two")).isEqualTo(new Completion(0, 2, 0));
    assertThat(files("raw")).isEqualTo(before);
  }

  @Test
  void a_changed_answer_takes_the_place_of_the_old_one_whose_files_stay() throws IOException {
    extract("one", "two");
    assertThat(extract("one", "TWO")).isEqualTo(new Completion(1, 1, 0));
    try (var store = open()) {
      assertThat(store.listCompletePages()).extracting(BronzeStoreTest::text).containsExactly("one", "TWO");
    }
    assertThat(files("raw")).hasSize(4);
  }

  @Test
  void of_retired_units_the_latest_are_kept() throws IOException {
    for (var text : List.of("one", "two", "three", "four")) {
      extract(text);
    }
    try (var store = open()) {
      store.prune(2);
      assertThat(store.listCompletePages()).extracting(BronzeStoreTest::text).containsExactly("four");
    }
    assertThat(files("raw")).hasSize(3);
  }

  @Test
  void another_adapter_takes_the_place_of_the_first_for_the_same_agency_and_year() {
    complete(BRK_2018, "workbook");
    complete(unit("workbook", Origin.LIVE, 1, "XXX"), "same id, other shortcut");
    complete(unit("workbook", Origin.LIVE, 0, "ANA"), "agency number 0");
    assertThat(complete(unit("connect2", Origin.LIVE, 1, "BRK"), "connect2")).isEqualTo(new Completion(1, 0, 1));
    try (var store = open()) {
      assertThat(store.listCompletePages()).extracting(BronzeStoreTest::text)
          .containsExactly("agency number 0", "connect2", "same id, other shortcut");
    }
  }

  @Test
  void live_data_take_the_place_of_a_sample() {
    complete(unit("workbook", Origin.SAMPLE, 9, "SAM"), "sample");
    assertThat(complete(BRK_2018, "live").retired()).isOne();
    try (var store = open()) {
      assertThat(store.listCompleteUnits()).extracting(unit -> unit.unit().origin()).containsExactly(Origin.LIVE);
    }
  }

  @Test
  void a_dropped_unit_leaves_no_file_and_no_row() throws IOException {
    try (var store = open()) {
      var unit = store.begin(BRK_2018);
      unit.append(page("a.json", "one"), "1");
      unit.discard();
      assertThat(store.begin(BRK_2018).cursor()).isEmpty();
    }
    assertThat(files("raw")).isEmpty();
  }

  @Test
  void marks_are_remembered_between_runs() {
    try (var store = open()) {
      assertThat(store.findMark("feed")).isEmpty();
      store.putMark("feed", "a");
      store.putMark("feed", "b");
    }
    try (var store = open()) {
      assertThat(store.findMark("feed")).contains("b");
    }
  }

  @Test
  void no_journal_remains_when_the_store_is_closed() throws IOException {
    extract("one");
    assertThat(files("work")).extracting(Path::toString).containsExactly("bronze.db");
  }

  private BronzeStore open() {
    return BronzeStore.open(workspace, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Completion extract(String... texts) {
    try (var store = open()) {
      var unit = store.begin(BRK_2018);
      for (var i = 0; i < texts.length; i++) {
        unit.append(page("page-" + i + ".json", texts[i]), Integer.toString(i));
      }
      return unit.complete();
    }
  }

  private Completion complete(Unit unit, String text) {
    try (var store = open()) {
      var writer = store.begin(unit);
      writer.append(page("a.json", text), "1");
      return writer.complete();
    }
  }

  private static RawContent page(String name, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new RawContent(name, "JSON", "https://example.org/" + name, NOW, RawContent.Body.of(bytes));
  }

  private static String text(RawPage page) {
    try (InputStream in = Files.newInputStream(page.file())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> files(String name) throws IOException {
    var root = Files.createDirectories(directory.resolve(name));
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(root::relativize).sorted().toList();
    }
  }
}
