package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.MemoryPages;
import band.civic.clerk.etl.bulk.format.PageFile;
import band.civic.clerk.etl.bulk.format.PageReader;
import band.civic.clerk.etl.bulk.format.PageSink;
import band.civic.clerk.etl.bulk.format.PageWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;

/// A database with one table like another one's, made of page images and handed to SQLite as an attached schema. A
/// small one stays in memory, a large one is a file that has no name any more as soon as it is attached.
final class Staging implements AutoCloseable {
  private static final String PREFIX = ".bulk-";
  private static final String SUFFIX = ".staging";
  private static final String RETIRED = "CREATE TABLE retired (key INTEGER PRIMARY KEY)";

  private final TableShape table;
  private final TableShape retired;
  private final Optional<MemoryPages> memory;
  private final Path file;
  private final Optional<PageFile> pages;
  private final Optional<PageWriter> writer;
  private Optional<PageReader> reader = Optional.empty();

  private Staging(Connection empty, TableShape like, Optional<Path> file) throws SQLException, IOException {
    try (var statement = empty.createStatement()) {
      statement.execute("PRAGMA page_size = " + (file.isPresent() ? 8192 : 65_536));
      statement.execute(like.sql());
      statement.execute(RETIRED);
    }
    this.table = TableShape.read(empty, like.name());
    this.retired = TableShape.read(empty, "retired");
    this.memory = file.isPresent()
        ? Optional.empty()
        : Optional.of(new MemoryPages(((SQLiteConnection) empty).serialize("main")));
    empty.close();
    this.file = file.orElse(Path.of(""));
    this.pages = file.isPresent() ? Optional.of(PageFile.open(this.file)) : Optional.empty();
    this.writer = pages.map(PageFile::newWriter);
  }

  /// @param large whether the rows go to a file and not to memory
  /// @param directory where a file may be
  static Staging open(TableShape like, boolean large, Path directory) throws SQLException, IOException {
    var file = large ? Optional.of(newFile(directory)) : Optional.<Path>empty();
    var url = "jdbc:sqlite:" + file.map(Path::toString).orElse(":memory:");
    try (var empty = JDBC.createConnection(url, new Properties())) {
      return new Staging(empty, like, file);
    }
  }

  /// A new file. What a killed process left here is removed; one that is younger may be in use.
  private static Path newFile(Path directory) throws IOException {
    try (var files = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
      for (var left : files) {
        if (Files.getLastModifiedTime(left).toInstant().isBefore(Instant.now().minus(Duration.ofDays(1)))) {
          Files.deleteIfExists(left);
        }
      }
    }
    return Files.createTempFile(directory, PREFIX, SUFFIX);
  }

  /// Where rows of the table go.
  PageSink pages() {
    return memory.<PageSink>map(sink -> sink).or(() -> writer.<PageSink>map(sink -> sink)).orElseThrow();
  }

  /// The root page of the table.
  int root() {
    return table.root();
  }

  /// The root page of the table `retired(key)`.
  int retiredRoot() {
    return retired.root();
  }

  /// Makes what was written a schema of the connection. Nothing can be added any more.
  void attach(Connection connection, String schema) throws SQLException, IOException {
    if (memory.isPresent()) {
      var image = memory.get().image();
      reader = Optional.of(PageReader.ofImage(image));
      execute(connection, "ATTACH ':memory:' AS " + schema);
      ((SQLiteConnection) connection).deserialize(schema, image);
      return;
    }
    writer.orElseThrow().close();
    pages.orElseThrow().finish();
    pages.orElseThrow().close();
    try (var attach = connection.prepareStatement("ATTACH ? AS " + schema)) {
      attach.setString(1, file.toString());
      attach.execute();
    }
    execute(connection, "SELECT 1 FROM " + schema + ".retired"); // now it is open
    reader = Optional.of(PageReader.ofFile(file));
    close();
  }

  /// Reads the pages again, after they were attached. To be closed.
  PageReader reader() {
    return reader.orElseThrow();
  }

  /// Forgets the file, which goes when it is detached.
  @Override
  public void close() throws IOException {
    if (pages.isPresent()) {
      pages.get().close();
      Files.deleteIfExists(file);
    }
  }

  /// Detaches a schema that is attached. False: it is in use by an open transaction.
  static boolean detach(Connection connection, String schema) throws SQLException {
    try (var query = connection.prepareStatement("SELECT 1 FROM pragma_database_list WHERE name = ?")) {
      query.setString(1, schema);
      try (var row = query.executeQuery()) {
        if (!row.next()) {
          return true;
        }
      }
    }
    try {
      execute(connection, "DETACH " + schema);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
