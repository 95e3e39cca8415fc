package band.civic.clerk.etl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class CompareTest {
  private static final String SCOPE = "gifts/2026";

  private Path file = Path.of("");
  private final List<String> quarantine = new ArrayList<>();

  @BeforeTry
  void create() throws IOException, SQLException {
    file = Files.createTempFile("gifts", ".db");
    Gifts.open(file).close();
  }

  @AfterTry
  void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  @Example
  void tells_new_changed_unchanged_and_retired_rows_apart() throws SQLException {
    first("""
        C01|ADAMS, AMY|01012020|1|1
        C01|BAKER, BO|01012020|2|2
        C01|COLE, CY|01012020|3|3
        C01|DIAZ, DEE|01012020|4|4
        """);

    try (var connection = Gifts.connect(file); var changes = compare(connection, """
        C01|ADAMS, AMY|01012020|1|1
        C01|COLE, CY|01012020|30|3
        C01|DIAZ, DEE|01012020|4,0|4
        C01|EVANS, ED|01012020|5|5
        C01|FOX, FAY|01012020|6
        """)) {
      assertThat(changes.counts()).isEqualTo(new ChangeSet.Counts(5, 0, 2, 0, 0, 1, 1, 1, 1));
      assertThat(Gifts.rows(connection, "SELECT id, name, amount_cents FROM changes.gifts")).containsExactly(
          "3|COLE, CY|3000", "5|EVANS, ED|500");
      assertThat(Gifts.rows(connection, "SELECT key FROM changes.retired")).containsExactly("2");
      assertThat(Gifts.rows(connection, "SELECT count(*) FROM main.gifts")).containsExactly("4");
    }
    assertThat(quarantine).containsExactly(
        "gifts.txt line 3: the amount is no number: C01|DIAZ, DEE|01012020|4,0|4",
        "gifts.txt line 5: 4 fields instead of 5: C01|FOX, FAY|01012020|6");
  }

  @Example
  void lets_the_last_line_of_a_key_win_whichever_was_known() throws SQLException {
    first("""
        C01|ADAMS, AMY|01012020|1|1
        C01|BAKER, BO|01012020|2|2
        """);

    try (var connection = Gifts.connect(file); var changes = compare(connection, """
        C01|ADAMS, AMY|01012020|10|1
        C01|BAKER, BO|01012020|2|2
        C01|ADAMS, AMY|01012020|1|1
        C01|BAKER, BO|01012020|20|2
        C01|ADAMS, AMY|01012020|1|1
        """)) {
      assertThat(changes.counts()).isEqualTo(new ChangeSet.Counts(5, 0, 0, 1, 2, 0, 1, 1, 0));
      assertThat(Gifts.rows(connection, "SELECT id, amount_cents FROM changes.gifts")).containsExactly("2|2000");
    }
    assertThat(quarantine).containsExactly(
        "gifts.txt line 1: line 5 has the same key 1 with other content and overrules it: C01|ADAMS, AMY|01012020|10|1",
        "gifts.txt line 2: line 4 has the same key 2 with other content and overrules it: C01|BAKER, BO|01012020|2|2");
  }

  @Example
  void refuses_to_be_closed_within_the_transaction_that_read_it() throws SQLException {
    first("C01|ADAMS, AMY|01012020|1|1\n");

    try (var connection = Gifts.connect(file); var changes = compare(connection, "C01|ADAMS, AMY|01012020|2|1\n")) {
      connection.setAutoCommit(false);
      changes.upsert();
      assertThatThrownBy(changes::close).isInstanceOf(IllegalStateException.class);
      connection.commit();
    }
  }

  @Property(tries = 30)
  void ends_with_what_a_first_load_of_the_release_would_give(@ForAll("releases") List<String> releases)
      throws SQLException, IOException {
    first(releases.getFirst());
    for (var release : releases) {
      var counts = take(release);
      assertThat(counts.lines()).isEqualTo(counts.rejected() + counts.repeated() + counts.overruled() + counts.added()
          + counts.changed() + counts.unchanged());
      assertThat(content(file)).isEqualTo(contentOf(release));
      assertThat(take(release)).extracting(ChangeSet.Counts::added, ChangeSet.Counts::changed,
          ChangeSet.Counts::retired).containsExactly(0L, 0L, 0L);
    }
  }

  @Provide
  Arbitrary<List<String>> releases() {
    var line = Combinators.combine(Arbitraries.integers().between(1, 400), Arbitraries.of("1", "2"))
        .as((key, amount) -> "C0" + key % 7 + "|NAME " + key + amount.repeat(key % 300) + "|01012020|" + amount + "|"
            + key + "\n");
    var shuffled = line.list().ofMaxSize(300).map(lines -> String.join("", lines));
    var sorted = line.list().ofMaxSize(300).map(lines -> lines.stream().sorted().collect(Collectors.joining()));
    return Arbitraries.oneOf(shuffled, sorted).list().ofMinSize(2).ofMaxSize(4);
  }

  private ChangeSet.Counts take(String release) throws SQLException, IOException {
    try (var connection = Gifts.connect(file); var changes = compare(connection, release)) {
      connection.setAutoCommit(false);
      assertThat(rewritten(changes)).isEqualTo(contentOf(release));
      changes.upsert();
      Gifts.execute(connection, "DELETE FROM main.gifts WHERE id IN (SELECT key FROM changes.retired)");
      changes.saveFingerprints(SCOPE);
      connection.commit();
      return changes.counts();
    }
  }

  private static List<String> rewritten(ChangeSet changes) throws SQLException, IOException {
    var fresh = Files.createTempFile("gifts", ".db");
    try {
      Gifts.open(fresh).close();
      changes.writeTo(fresh);
      return content(fresh);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void first(String release) throws SQLException {
    var report = load(release).write(file, "gifts");
    try (var connection = Gifts.connect(file)) {
      report.fingerprints().save(connection, SCOPE);
    }
  }

  private ChangeSet compare(Connection connection, String release) throws SQLException {
    return load(release).withQuarantine(line -> quarantine.add(line.toString()))
        .compare(connection, "gifts", Fingerprints.load(connection, SCOPE));
  }

  private static BulkLoad load(String release) {
    return BulkLoad.of(Gifts.source(release), Gifts.SHAPE, new Gifts())
        .withFingerprints()
        .withLimits(new Limits(2, 128, 1000, 500, 500));
  }

  private static List<String> contentOf(String release) throws SQLException, IOException {
    var file = Files.createTempFile("gifts", ".db");
    try {
      Gifts.open(file).close();
      load(release).write(file, "gifts");
      return content(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// Without line numbers, which do not change with a row that moved.
  private static List<String> content(Path file) throws SQLException {
    try (var connection = Gifts.connect(file)) {
      var rows = Gifts.rows(connection, "SELECT committee, name, given_on, amount_cents, id, hash FROM gifts");
      rows.addAll(Gifts.rows(connection, "PRAGMA integrity_check"));
      return rows;
    }
  }
}
