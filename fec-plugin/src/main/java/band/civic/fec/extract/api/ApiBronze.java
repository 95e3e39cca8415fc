package band.civic.fec.extract.api;

import band.civic.clerk.etl.sqlite.SqlScript;
import band.civic.fec.bronze.BronzeDatabase;
import band.civic.fec.bronze.Ingests;
import band.civic.fec.bronze.Sql;
import java.sql.SQLException;
import javax.sql.DataSource;

/// `bronze.db` with the tables of this room.
///
/// @param bronze the caller's, by [#close()]
public record ApiBronze(BronzeDatabase bronze) implements AutoCloseable {

  /// Opens it; makes what is not there.
  public static ApiBronze open(DataSource source) throws SQLException {
    var bronze = BronzeDatabase.open(source);
    try {
      SqlScript.resource(ApiBronze.class, "api.sql").run(bronze.connection());
      return new ApiBronze(bronze);
    } catch (SQLException e) {
      bronze.close();
      throw e;
    }
  }

  /// One commit: a page, its rows and the cursor behind it.
  <T> T alone(Sql.Work<T> work) throws SQLException {
    return sql().alone(work);
  }

  Sql sql() {
    return bronze.sql();
  }

  Ingests ingests() {
    return bronze.ingests();
  }

  States states() {
    return new States(sql());
  }

  @Override
  public void close() throws SQLException {
    bronze.close();
  }
}
