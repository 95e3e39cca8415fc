package band.civic.clerk.etl.sqlite;

import static band.civic.clerk.etl.sqlite.Books.filesIn;
import static band.civic.clerk.etl.sqlite.Books.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a reader, and the next run, see while or after a publication is under way.
class PublicationUnderWayTest {
  private static final int ROWS = 3000;

  @TempDir
  Path directory;

  @Test
  void readers_never_see_an_error_or_a_part_of_a_version() throws Exception {
    var database = PublishedDatabase.at(directory.resolve("books.db"));
    Books.publish(database, 0, ROWS);
    var done = new AtomicBoolean();

    try (var readers = Executors.newFixedThreadPool(2)) {
      var reads = new ArrayList<Future<Integer>>();
      for (var reader = 0; reader < 2; reader++) {
        reads.add(readers.submit(() -> readUntil(done, database.file())));
      }
      for (var edition = 1; edition <= 20; edition++) {
        Books.publish(database, edition, ROWS);
      }
      done.set(true);

      for (var read : reads) {
        assertThat(read.get()).isGreaterThan(20);
      }
    }
  }

  @Test
  void a_build_that_slept_while_another_began_takes_nothing_from_it() throws Exception {
    var database = PublishedDatabase.at(directory.resolve("books.db"));
    var asleep = database.openBuild(Books.clock(1), () -> {});

    try (var successor = database.openBuild(Books.clock(2), () -> {})) {
      asleep.close();

      assertThat(database.listBuildingFiles()).hasSize(1);
      assertThat(successor.connection().isValid(1)).isTrue();
    }
  }

  @Test
  void what_a_killed_build_left_is_removed_by_the_next() throws Exception {
    var database = PublishedDatabase.at(directory.resolve("books.db"));
    Books.publish(database, 1, 10);
    Files.writeString(database.newBuildingFile(), "half a database");
    Files.createDirectory(directory.resolve("previous"));
    Files.writeString(directory.resolve("previous/.books.copying"), "half a copy");
    Files.createLink(directory.resolve("previous/books-20261124T060000000Z.db"), database.file());

    database.openBuild(Books.clock(2), () -> {}).close();

    assertThat(filesIn(directory)).containsExactly("books.db", "previous");
    assertThat(database.listPrevious()).isEmpty();
  }

  @Test
  void a_kill_at_any_moment_leaves_a_whole_version_and_the_next_run_publishes() throws Exception {
    var database = PublishedDatabase.at(directory.resolve("books.db"));
    Books.publish(database, 0, ROWS);

    for (var kill = 1; kill <= 3; kill++) {
      publishUntilKilled(120L * kill);
      assertThat(number(database.file(), "SELECT count(*) FROM books")).isEqualTo(ROWS);
      assertThat(number(database.file(), "SELECT count(DISTINCT edition) FROM books")).isOne();

      assertThat(Books.publish(database, -kill, ROWS).replaced()).isTrue();
      assertThat(filesIn(directory)).containsExactly("books.db", "previous");
    }
  }

  private void publishUntilKilled(long millis) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), Publisher.class.getName(), directory.resolve("books.db").toString())
        .redirectErrorStream(true)
        .start();
    assertThat(process.getInputStream().read()).as("the first version is out").isEqualTo('.');
    assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
    process.destroyForcibly().waitFor();
  }

  private static int readUntil(AtomicBoolean done, Path file) throws Exception {
    var reads = 0;
    while (!done.get()) {
      assertThat(number(file, "SELECT count(*) FROM books")).isEqualTo(ROWS);
      assertThat(number(file, "SELECT count(DISTINCT edition) FROM books")).isOne();
      reads++;
    }
    return reads;
  }

  /// Publishes one version after the other until someone kills it.
  static final class Publisher {
    private Publisher() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
      var database = PublishedDatabase.at(Path.of(args[0]));
      for (var edition = 1;; edition++) {
        Books.publish(database, edition, ROWS);
        System.out.print('.');
        System.out.flush();
      }
    }
  }
}
