package band.civic.clerk.etl.sqlite;

import static band.civic.clerk.etl.sqlite.Books.filesIn;
import static band.civic.clerk.etl.sqlite.Books.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedDatabaseTest {
  @TempDir
  Path directory;
  PublishedDatabase database;

  @BeforeEach
  void name_the_file() {
    database = PublishedDatabase.at(directory.resolve("site/finance/books.db"));
  }

  @Test
  void a_first_version_stands_alone_in_its_directory() throws Exception {
    var publication = Books.publish(database, 1, 10);

    assertThat(publication.replaced()).isTrue();
    assertThat(filesIn(directory.resolve("site/finance"))).containsExactly("books.db");
    assertThat(number(database.file(), "SELECT count(*) FROM books WHERE edition = 1")).isEqualTo(10);
  }

  @Test
  void a_replaced_version_is_kept_under_the_time_it_was_replaced() throws Exception {
    Books.publish(database, 1, 10);
    Books.publish(database, 2, 10);

    assertThat(filesIn(database.file().resolveSibling("previous"))).containsExactly("books-20261124T060200000Z.db");
    assertThat(number(database.file(), "SELECT max(edition) FROM books")).isEqualTo(2);
    assertThat(number(database.listPrevious().getFirst(), "SELECT max(edition) FROM books")).isEqualTo(1);
  }

  @Test
  void only_the_last_versions_are_kept() throws Exception {
    for (var edition = 1; edition <= 6; edition++) {
      Books.publish(database, edition, 10);
    }

    assertThat(database.listPrevious()).hasSize(3);
    assertThat(number(database.listPrevious().getFirst(), "SELECT max(edition) FROM books")).isEqualTo(5);
    assertThat(number(database.listPrevious().getLast(), "SELECT max(edition) FROM books")).isEqualTo(3);
  }

  @Test
  void versions_replaced_at_one_instant_are_both_kept() throws Exception {
    for (var edition = 1; edition <= 3; edition++) {
      try (var build = database.openBuild(Books.clock(0), () -> {})) {
        Books.write(build.connection(), edition, 5);
        build.seal();
        build.publish(Acceptance.of(5));
      }
    }

    assertThat(filesIn(database.file().resolveSibling("previous")))
        .containsExactly("books-20261124T060000000Z.db", "books-20261124T060000001Z.db");
  }

  @Test
  void no_previous_version_is_kept_when_none_is_wanted() throws Exception {
    var alone = database.withPreviousVersions(0);
    Books.publish(alone, 1, 10);
    Books.publish(alone, 2, 10);

    assertThat(filesIn(directory.resolve("site/finance"))).containsExactly("books.db");
  }

  @Test
  void equal_content_is_left_alone_whatever_its_stamps_say() throws Exception {
    var first = Books.publish(database, 1, 100);
    var before = Files.readAllBytes(database.file());

    Publication second;
    try (var build = database.openBuild(Books.clock(50), () -> {})) {
      Books.write(build.connection(), 1, 100);
      assertThat(build.seal()).isFalse();
      Books.stamp(build.connection(), 77);
      second = build.publish(Acceptance.of(100));
    }

    assertThat(second.replaced()).isFalse();
    assertThat(second.contentSum()).isEqualTo(first.contentSum());
    assertThat(Files.readAllBytes(database.file())).isEqualTo(before);
    assertThat(filesIn(directory.resolve("site/finance"))).containsExactly("books.db");
  }

  @Test
  void a_damaged_file_is_replaced_even_by_equal_content() throws Exception {
    Books.publish(database, 1, 2000);
    try (var bytes = new RandomAccessFile(database.file().toFile(), "rw")) {
      bytes.seek(3 * 4096);
      bytes.write(new byte[4096]);
    }

    assertThat(Books.publish(database, 1, 2000).replaced()).isTrue();
    assertThat(number(database.file(), "SELECT count(*) FROM books")).isEqualTo(2000);
  }

  @Test
  void a_version_without_rows_is_refused_with_its_reason() throws Exception {
    assertRefused(Acceptance.of(0), "no_data");
  }

  @Test
  void a_version_below_half_of_the_last_good_one_is_refused() throws Exception {
    assertRefused(Books.afterLast(49, 100), "49 rows, less than half of the last good 100");
  }

  @Test
  void half_of_the_last_good_version_or_a_persons_word_is_enough() throws Exception {
    assertThat(Books.publish(database, 1, Books.afterLast(50, 100)).replaced()).isTrue();
    var allowed = new Acceptance(10, OptionalLong.of(100), true, List.of());
    assertThat(Books.publish(database, 2, allowed).replaced()).isTrue();
  }

  @Test
  void a_version_with_problems_is_refused_naming_them() throws Exception {
    assertRefused(new Acceptance(10, OptionalLong.empty(), true, List.of("totals differ", "no filers")),
        "totals differ; no filers");
  }

  @Test
  void a_version_with_a_dangling_reference_is_refused() throws Exception {
    Books.publish(database, 1, 10);
    var before = Files.readAllBytes(database.file());

    try (var build = database.openBuild(Books.clock(2), () -> {})) {
      Books.write(build.connection(), 2, 10);
      SqlScript.of("INSERT INTO books VALUES (11, 404, 2);\n").run(build.connection());
      build.seal();
      assertThatThrownBy(() -> build.publish(Acceptance.of(11)))
          .isInstanceOf(ClerkException.ValidationFailed.class)
          .hasMessageContaining("row 11 of books has no row in authors");
    }
    assertUntouched(before);
  }

  @Test
  void a_build_that_is_closed_early_leaves_nothing() throws Exception {
    Books.publish(database, 1, 10);
    var before = Files.readAllBytes(database.file());

    try (var build = database.openBuild(Books.clock(2), () -> {})) {
      Books.write(build.connection(), 2, 10);
      assertThat(build.seal()).isTrue();
    }
    assertUntouched(before);
  }

  @Test
  void a_full_disk_is_named_and_loses_nothing() throws Exception {
    Books.publish(database, 1, 10);
    var before = Files.readAllBytes(database.file());

    try (var build = database.openBuild(Books.clock(2), () -> {})) {
      SqlScript.of("PRAGMA max_page_count = 20;\n").run(build.connection());
      assertThatThrownBy(() -> Books.write(build.connection(), 2, 1_000_000))
          .isInstanceOfSatisfying(SQLException.class, e -> assertThat(build.failure(e))
              .isInstanceOf(ClerkException.SourceUnavailable.class)
              .hasMessageContaining("No space left")
              .hasMessageContaining("as before"));
    }
    assertUntouched(before);
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws Exception {
    Files.writeString(directory.resolve("site"), "a file where the site's directory should be");

    assertThatThrownBy(() -> Books.publish(database, 1, 10)).isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageContaining("site");
  }

  @Test
  void a_long_statement_stops_when_the_run_is_cancelled() throws Exception {
    var asked = new AtomicInteger();
    Runnable cancelAfterAWhile = () -> {
      if (asked.incrementAndGet() > 3) {
        throw new ClerkException.Cancelled("asked to stop");
      }
    };
    try (var build = database.openBuild(Books.clock(1), cancelAfterAWhile)) {
      assertThatThrownBy(() -> Books.write(build.connection(), 1, 500_000_000))
          .isInstanceOfSatisfying(SQLException.class,
              e -> assertThatThrownBy(() -> build.failure(e)).isInstanceOf(ClerkException.Cancelled.class));
    }
    assertThat(filesIn(directory.resolve("site/finance"))).isEmpty();
  }

  private void assertRefused(Acceptance acceptance, String reason) throws Exception {
    Books.publish(database, 1, 10);
    var before = Files.readAllBytes(database.file());

    assertThatThrownBy(() -> Books.publish(database, 2, acceptance))
        .isInstanceOf(ClerkException.ValidationFailed.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("as before");
    assertUntouched(before);
  }

  private void assertUntouched(byte[] before) throws IOException {
    assertThat(Files.readAllBytes(database.file())).isEqualTo(before);
    assertThat(filesIn(directory.resolve("site/finance"))).containsExactly("books.db");
  }
}
