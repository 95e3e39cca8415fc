package band.civic.corkboard.sqlite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A result.
///
/// @param columns names as SQLite gives them; a name may repeat
/// @param rows values in column order: Integer, Long, Double, String, byte[] or null
/// @param truncated true when there was more than was asked for
public record Rows(List<String> columns, List<@Nullable Object[]> rows, boolean truncated) {

  public Rows {
    columns = List.copyOf(columns);
  }

  /// The value of the only column of the first row, as a whole number.
  public long number() {
    return rows.getFirst()[0] instanceof Number n ? n.longValue() : 0;
  }
}
