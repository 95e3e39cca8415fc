package band.civic.fec.bronze;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an ingest did, in rows: `read = new + changed + unchanged + rejected + duplicates`.
///
/// @param read lines or API rows, blank lines left out
/// @param added rows that were not there
/// @param changed rows that were there with other content
/// @param unchanged rows that were there
/// @param retired rows that are gone from the source
/// @param rejected lines in quarantine
/// @param duplicates lines whose key another line has as well
/// @param conflicts rows of which API and file say amounts that differ by a dollar or more
/// @param cents what all live rows add up to, memos included
/// @param checksum of all live rows, whatever their order
public record Figures(long read, long added, long changed, long unchanged, long retired, long rejected,
    long duplicates, long conflicts, long cents, String checksum) {

  /// Columns of a table that holds figures, in the order of [#values()].
  static final String COLUMNS = "read, new, changed, unchanged, retired, rejected, duplicates, conflicts, cents, checksum";

  /// Nothing.
  public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, "");

  /// The figures of the same file when it is read once more: nothing is new.
  public Figures again() {
    return new Figures(read, 0, 0, read - rejected - duplicates, 0, rejected, duplicates, conflicts, cents, checksum);
  }

  /// What the live rows added up to.
  public Sums sums() {
    return Sums.of(this);
  }

  public Figures withConflicts(long rows) {
    return new Figures(read, added, changed, unchanged, retired, rejected, duplicates, rows, cents, checksum);
  }

  /// By their names, for reports and logs; the names are a promise to scripts.
  public Map<String, Object> byName() {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("read", read);
    figures.put("new", added);
    figures.put("changed", changed);
    figures.put("unchanged", unchanged);
    figures.put("retired", retired);
    figures.put("rejected", rejected);
    figures.put("duplicates", duplicates);
    figures.put("conflicts", conflicts);
    figures.put("cents", cents);
    return figures;
  }

  /// Whether any row is another.
  public boolean changedAnything() {
    return added + changed + retired > 0;
  }

  static Figures read(ResultSet row) throws SQLException {
    return new Figures(row.getLong("read"), row.getLong("new"), row.getLong("changed"), row.getLong("unchanged"),
        row.getLong("retired"), row.getLong("rejected"), row.getLong("duplicates"), row.getLong("conflicts"),
        row.getLong("cents"), row.getString("checksum"));
  }

  Object[] values() {
    return new Object[]{read, added, changed, unchanged, retired, rejected, duplicates, conflicts, cents, checksum};
  }
}
