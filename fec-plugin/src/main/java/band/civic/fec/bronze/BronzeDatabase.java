package band.civic.fec.bronze;

import band.civic.clerk.etl.sqlite.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// A connection to `work/bronze.db`.
///
/// @param connection the caller's, by [#close()]
public record BronzeDatabase(Connection connection) implements AutoCloseable {

  /// Opens it; makes what is not there.
  ///
  /// @param source `Workspace.database("bronze")`
  public static BronzeDatabase open(DataSource source) throws SQLException {
    var connection = source.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 600000");
      statement.execute("PRAGMA synchronous = FULL");
      SqlScript.resource(BronzeDatabase.class, "bronze.sql").run(connection);
      return new BronzeDatabase(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  public Sql sql() {
    return new Sql(connection);
  }

  public Ingests ingests() {
    return new Ingests(sql());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
