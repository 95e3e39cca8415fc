package band.civic.clerk.etl.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// SQL statements that stand in a resource file, each ended by `;` at the end of a line.
public record SqlScript(List<String> statements) {

  public SqlScript {
    statements = List.copyOf(statements);
  }

  /// The statements of `text`.
  public static SqlScript of(String text) {
    return new SqlScript(Arrays.stream(text.split(";\\h*\\R")).filter(SqlScript::says).toList());
  }

  /// The statements of the resource `name` beside the class `place`.
  public static SqlScript resource(Class<?> place, String name) {
    return of(text(place, name));
  }

  /// The text of the resource `name` beside the class `place`.
  public static String text(Class<?> place, String name) {
    try (var in = place.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("No resource " + name + " beside " + place.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs the statements one after the other.
  public void run(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static boolean says(String sql) {
    return sql.lines().anyMatch(line -> !line.isBlank() && !line.stripLeading().startsWith("--"));
  }
}
