package band.civic.clerk.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRegistryTest extends RegistryContract {
  private final AtomicInteger next = new AtomicInteger();

  @TempDir
  private Path directory;

  @Override
  String newDatabase() {
    return "jdbc:sqlite:" + directory.resolve("storage-" + next.incrementAndGet()).resolve("civic.db");
  }

  @Test
  void nothing_but_the_database_remains_after_use() {
    var url = newDatabase();
    try (var registry = Registry.open(url)) {
      insert(registry.sql(), "one.ca");
    }

    assertThat(directory.resolve("storage-1").toFile().list()).containsExactly("civic.db");
  }

  @Test
  void a_file_that_is_no_database_is_told_and_left_alone() throws IOException {
    var file = Files.writeString(directory.resolve("civic.db"), "this is a letter, not a database\n".repeat(100));

    assertThatThrownBy(() -> Registry.open("jdbc:sqlite:" + file)).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining(file + " is damaged or not a SQLite database");
    assertThat(file).content().startsWith("this is a letter");
  }

  @Test
  void a_damaged_database_is_told() throws IOException {
    var file = directory.resolve("civic.db");
    Registry.open("jdbc:sqlite:" + file).close();
    var bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 100, bytes.length, (byte) 0x55);
    Files.write(file, bytes);

    assertThatThrownBy(() -> Registry.open("jdbc:sqlite:" + file)).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("damaged or not a SQLite database");
  }

  @Test
  void an_empty_file_becomes_a_registry() throws IOException {
    var file = Files.createFile(directory.resolve("civic.db"));

    try (var registry = Registry.open("jdbc:sqlite:" + file)) {
      assertThat(registry.sql().fetchCount(Tables.SITES)).isZero();
    }
  }

  @Test
  void a_storage_directory_that_cannot_be_made_is_told() throws IOException {
    var file = Files.writeString(directory.resolve("storage"), "a file");

    assertThatThrownBy(() -> Registry.open("jdbc:sqlite:" + file.resolve("civic.db")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("storage directory " + file + " cannot be made")
        .hasMessageContaining("CLERK_STORAGE_DIR");
  }

  @Test
  void a_directory_in_place_of_the_database_is_told() throws IOException {
    var inTheWay = Files.createDirectory(directory.resolve("civic.db"));

    assertThatThrownBy(() -> Registry.open("jdbc:sqlite:" + inTheWay)).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("cannot be opened for writing");
  }
}
