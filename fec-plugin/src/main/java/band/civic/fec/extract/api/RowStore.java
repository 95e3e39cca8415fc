package band.civic.fec.extract.api;

import band.civic.fec.bronze.Sql;
import band.civic.fec.openfec.Page;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/// Rows of OpenFEC in `bronze.db`: itemised ones in a table of their schedule, all others in `api_entities`. What a row
/// was before it changed goes to `api_history`.
///
/// @param sql on `bronze.db`
/// @param ingest that rows belong to
record RowStore(Sql sql, long ingest) {

  /// Keeps a page.
  long page(Page page) throws SQLException {
    return sql.number(
        "INSERT INTO api_pages (ingest_id, url, fetched_at, rows, sha256) VALUES (?, ?, ?, ?, ?) RETURNING page_id",
        ingest, page.url().toString(), page.fetchedAt().toString(), page.rows().size(), page.sha256());
  }

  /// Keeps rows; a row that is as it was stays as it is.
  Counts store(SeriesKey series, List<ApiRow> rows, long page) throws SQLException {
    var table = table(series);
    try (
        var find = sql.connection()
            .prepareStatement("SELECT row_hash, retired_run FROM " + table.name() + table.where());
        var insert = sql.connection().prepareStatement(table.insert());
        var update = sql.connection().prepareStatement(table.update());
        var touch = sql.connection()
            .prepareStatement("UPDATE " + table.name() + " SET last_run = ?" + table.where())) {
      var counts = Counts.NONE;
      for (var row : rows) {
        counts = counts.plus(new One(table, row, page).store(find, insert, update, touch));
      }
      return counts;
    }
  }

  /// Retires the live rows of a series that its walk did not see.
  ///
  /// @param condition on `t`, the table, which the rows must meet too
  long retireUnseen(SeriesKey series, String condition) throws SQLException {
    var sqlText = """
        UPDATE %1$s AS t SET retired_run = ?1
        WHERE retired_run IS NULL AND committee_id = ?2 AND cycle = ?3 AND %2$s AND NOT EXISTS (
          SELECT 1 FROM api_walk_rows w WHERE w.kind = ?4 AND w.scope_id = ?2 AND w.cycle = ?3
            AND w.id = CAST(t.sub_id AS TEXT))""".formatted(table(series).name(), condition);
    return sql.update(sqlText, ingest, series.scope(), series.cycle(), series.list().id());
  }

  private Table table(SeriesKey series) {
    return series.list().isKeyset()
        ? new Table("api_" + series.list().id(), series.list().id(), true)
        : new Table("api_entities", series.list().id(), false);
  }

  /// @param list of OpenFEC
  private record Table(String name, String list, boolean isItems) {

    String where() {
      return isItems ? " WHERE sub_id = ?" : " WHERE kind = ? AND id = ? AND cycle = ?";
    }

    String insert() {
      return isItems
          ? "INSERT INTO " + name
              + " (committee_id, cycle, amount_cents, load_date, body, row_hash, page_id, first_run,"
              + " last_run, sub_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          : "INSERT INTO api_entities (body, row_hash, page_id, first_run, last_run, kind, id, cycle)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    }

    String update() {
      return isItems
          ? "UPDATE " + name
              + " SET committee_id = ?, cycle = ?, amount_cents = ?, load_date = ?, body = ?, row_hash = ?,"
              + " page_id = ?, first_run = ?, last_run = ?, retired_run = NULL" + where()
          : "UPDATE api_entities SET body = ?, row_hash = ?, page_id = ?, first_run = ?, last_run = ?, retired_run = NULL"
              + where();
    }

    /// Sets the key from that place on.
    void key(PreparedStatement statement, int place, ApiRow row) throws SQLException {
      if (isItems) {
        statement.setLong(place, Long.parseLong(row.id()));
      } else {
        statement.setString(place, list);
        statement.setString(place + 1, row.id());
        statement.setInt(place + 2, row.cycle());
      }
    }
  }

  private final class One {
    private final Table table;
    private final ApiRow row;
    private final long page;

    One(Table table, ApiRow row, long page) {
      this.table = table;
      this.row = row;
      this.page = page;
    }

    Counts store(PreparedStatement find, PreparedStatement insert, PreparedStatement update, PreparedStatement touch)
        throws SQLException {
      table.key(find, 1, row);
      boolean isKnown;
      boolean isSame;
      try (var known = find.executeQuery()) {
        isKnown = known.next();
        isSame = isKnown && known.getLong(1) == row.hash() && known.getObject(2) == null;
      }
      if (isSame) {
        touch.setLong(1, ingest);
        table.key(touch, 2, row);
        touch.executeUpdate();
        return new Counts(1, 0, 0, 1, 0, 0);
      }
      if (isKnown) {
        remember();
      }
      write(isKnown ? update : insert);
      return isKnown ? new Counts(1, 0, 1, 0, 0, 0) : new Counts(1, 1, 0, 0, 0, 0);
    }

    private void write(PreparedStatement statement) throws SQLException {
      var at = 1;
      if (table.isItems()) {
        statement.setString(at++, row.committeeId());
        statement.setInt(at++, row.cycle());
        setCents(statement, at++);
        statement.setString(at++, row.loadDate());
      }
      statement.setString(at++, row.body());
      statement.setLong(at++, row.hash());
      statement.setLong(at++, page);
      statement.setLong(at++, ingest);
      statement.setLong(at++, ingest);
      table.key(statement, at, row);
      statement.executeUpdate();
    }

    private void setCents(PreparedStatement statement, int place) throws SQLException {
      if (row.cents().isPresent()) {
        statement.setLong(place, row.cents().get());
      } else {
        statement.setNull(place, Types.INTEGER);
      }
    }

    private void remember() throws SQLException {
      var columns = "SELECT ?1, ?2, %s, body, page_id, first_run, ?3 FROM %s";
      if (table.isItems()) {
        sql.update("INSERT INTO api_history " + columns.formatted("amount_cents", table.name()) + " WHERE sub_id = ?2",
            table.list(), Long.parseLong(row.id()), ingest);
      } else {
        sql.update("INSERT INTO api_history " + columns.formatted("NULL", table.name())
            + " WHERE kind = ?1 AND id = ?2 AND cycle = ?4", table.list(), row.id(), ingest, row.cycle());
      }
    }
  }
}
