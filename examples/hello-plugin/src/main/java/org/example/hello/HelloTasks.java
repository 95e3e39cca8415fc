package org.example.hello;

import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The work: each task reads what the one before it left in the workspace.
final class HelloTasks {
  /// What the source says; a real one is asked over HTTP.
  private static final String SOURCE = "en, Hello\nes,  Hola\nvi,Xin chào \n";

  /// Keeps the source's answer as it is.
  static TaskReport fetch(TaskContext context) {
    try {
      Files.writeString(context.workspace().rawDirectory().resolve("greetings.csv"), SOURCE);
      return TaskReport.empty().withRead(1).withChanged(1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Cleans it into `silver.db`.
  static TaskReport clean(TaskContext context) {
    try (var silver = context.workspace().database("silver").getConnection(); var table = silver.createStatement()) {
      var lines = Files.readAllLines(context.workspace().rawDirectory().resolve("greetings.csv"));
      table.execute("DROP TABLE IF EXISTS greetings");
      table.execute("CREATE TABLE greetings (language TEXT PRIMARY KEY, greeting TEXT NOT NULL) STRICT");
      try (var insert = silver.prepareStatement("INSERT INTO greetings VALUES (trim(?), trim(?))")) {
        for (var line : lines) {
          insert.setString(1, line.substring(0, line.indexOf(',')));
          insert.setString(2, line.substring(line.indexOf(',') + 1));
          insert.execute();
        }
      }
      return TaskReport.empty().withRead(lines.size()).withWritten(lines.size()).withChanged(lines.size());
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Publishes a copy: built beside the published file, then renamed, so a reader sees the old one or the new one.
  static TaskReport publish(TaskContext context) {
    var beside = context.workspace().publishedFile().resolveSibling("hello.db.new");
    try (var silver = context.workspace().database("silver").getConnection(); var sql = silver.createStatement()) {
      var rows = sql.executeQuery("SELECT count(*) FROM greetings").getLong(1);
      Files.deleteIfExists(beside);
      sql.execute("VACUUM INTO '" + beside.toString().replace("'", "''") + "'");
      Files.move(beside, context.workspace().publishedFile(), StandardCopyOption.ATOMIC_MOVE);
      return TaskReport.empty()
          .withWritten(rows)
          .withChanged(rows)
          .withSummary(
              new DataSummary("The hello plugin", Optional.empty(), Optional.empty(), rows, List.of("greetings")));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
